#!/usr/bin/env python3
"""Score what was read from several reports, and what was made of them, against a reading by hand. Standard library only.

    score.py GOLD.json READ.jsonl [LEDGER.json]      score.py GOLD.json --reports > IN.jsonl

GOLD.json: bundled.json beside this script, or another reading of that shape. Where it holds no texts they are read from the folder
seeds/ beside the folder that GOLD.json stands in.
READ.jsonl: one report a line, as `reportedly read --nl` prints it (design/format.md), with the gold's ids; a report that is
missing scores nothing. LEDGER.json: what `reportedly export json` prints for all of them; without it, reconciling is 0.
--reports prints what to read: a JSON line of id, text and published for each report, and no answers.

Spans are compared by their words, so cleaning the page text may move offsets: contents match at a Jaccard overlap of their
words of 0.8, everything else at 0.5, one to one. Each line is one measure in percent; the two totals are plain means of
their measures, so no measure can be bought with another.
- lists that the gold holds completely (attributions, denials, hedges, chains, contests, origins, drift, ladders, copies): F1;
- lists of which the gold holds what matters (figures, times, places): recall, scaled down by 4 x gold / predicted once more than
  four times as many are predicted;
- names fit when the sets of their words overlap by 0.5 with one of the gold's spellings (parted by ";"); a gold name that
  begins with "unnamed" is met by a source marked as not named;
- residue and captions count only in a report whose text still holds 80 % of the gold's contents;
- claims are met when their supports overlap by 0.5 (Jaccard over gold attributions); predicted claims that rest on nothing the
  gold's claims rest on are left out of account.
"""
import collections, itertools, json, math, pathlib, re, sys


def words(text):
    return re.findall(r"\w+", (text or "").lower())


def jaccard(a, b):
    a, b = collections.Counter(words(a)), collections.Counter(words(b))
    both = sum((a & b).values())
    return both / (sum(a.values()) + sum(b.values()) - both) if a or b else 1.0


def cut(text, spans):
    return " ".join(text[s:e] for s, e in spans or [])


def name_fits(gold, got, named=None):
    if not gold:
        return not got
    if gold.startswith("unnamed") and (not got or named is False):
        return True
    have = set(words(got))
    for spelling in gold.split(";"):
        want = set(words(spelling))
        if have and len(want & have) / len(want | have) >= 0.5:
            return True
    return False


def km(a, b):
    (p, l), (q, m) = [[math.radians(x) for x in y] for y in (a, b)]
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin((m - l) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def pair(gold, got, fits):
    """One-to-one pairs, best first; fits gives a score, 0 for no."""
    order = sorted(((fits(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(got)), key=lambda t: (-t[0], t[1], t[2]))
    left, right, out = set(), set(), []
    for score, i, j in order:
        if score and i not in left and j not in right:
            left.add(i), right.add(j), out.append((gold[i], got[j]))
    return out


class Tally:
    """Right, gold and predicted counts of each measure."""

    def __init__(self):
        self.rows = collections.OrderedDict()

    def add(self, key, right, gold, predicted=None):
        a, b, c = self.rows.get(key, (0, 0, None if predicted is None else 0))
        self.rows[key] = (a + right, b + gold, c if predicted is None else c + predicted)

    def percent(self, key):
        right, gold, predicted = self.rows[key]
        if predicted is None:
            return 100 * right / gold
        if key.startswith("~"):
            return 100 * right / gold * min(1, 4 * gold / predicted if predicted else 1)
        return 200 * right / (gold + predicted)

    def show(self, title):
        figures = []
        for key, (right, gold, predicted) in self.rows.items():
            if gold:
                figures.append(self.percent(key))
                print(f"  {key.lstrip('~'):58} {figures[-1]:5.1f}   {right} right of {gold}" + (f", {predicted:.0f} predicted" if predicted is not None else ""))
        mean = sum(figures) / len(figures) if figures else 0.0
        print(f"{title}: {mean:.1f} %\n")
        return mean


def load(path):
    gold = json.loads(pathlib.Path(path).read_text("utf-8"))
    return gold, gold.get("texts") or {n: (pathlib.Path(path).resolve().parent.parent / "seeds" / n).read_text("utf-8") for n in gold["documents"]}


def reading(gold, raw, reports):
    n, where = Tally(), {}
    for doc, old in raw.items():
        report = reports.get(doc, {"text": "", "attributions": []})
        text, golds, got = report["text"], gold["attributions"].get(doc, []), report.get("attributions") or []

        def fits(g, p):
            content = jaccard(cut(old, g["content"]), cut(text, p.get("content")))
            return 0 if content < 0.8 else 3 * content + jaccard(cut(old, g["source"]), cut(text, p.get("source"))) + jaccard(cut(old, g["cue"]), cut(text, p.get("cue")))

        pairs = pair(golds, got, fits)
        where.update({g["id"]: (doc, p["id"]) for g, p in pairs})
        met = {p["id"]: g["id"] for g, p in pairs}
        n.add("attributions: content", len(pairs), len(golds), len(got))
        n.add("attributions: source and content", sum(jaccard(cut(old, g["source"]), cut(text, p.get("source"))) >= 0.5 for g, p in pairs), len(golds), len(got))
        n.add("attributions: who is meant", sum(name_fits(g["source_name"], p.get("source_name"), p.get("named")) for g, p in pairs), len(golds), len(got))
        odd = lambda x: x.get("polarity", "asserts") != "asserts"
        n.add("denials, 'cannot confirm', 'does not say'", sum(odd(g) and g["polarity"] == p.get("polarity") for g, p in pairs), sum(map(odd, golds)), sum(map(odd, got)))
        hedges = [len(pair(g.get("hedges", []), p.get("hedges") or [], lambda a, b: (lambda j: j if j >= 0.5 else 0)(jaccard(old[a[0]:a[1]], text[b[0]:b[1]])))) for g, p in pairs]
        n.add("hedges", sum(hedges), sum(len(g.get("hedges", [])) for g in golds), sum(len(p.get("hedges") or []) for _, p in pairs))
        n.add("when it was said", sum(g["said"] == p.get("said") for g, p in pairs if g.get("said")), sum(bool(g.get("said")) for g in golds))
        n.add("through which channel", sum(bool(p.get("via")) and name_fits(g["via"], p["via"]) for g, p in pairs if g.get("via")), sum(bool(g.get("via")) for g in golds))
        n.add("chains", sum(bool(g.get("parent")) and met.get(p.get("parent")) == g["parent"] for g, p in pairs), sum(bool(g.get("parent")) for g in golds), sum(bool(p.get("parent")) for _, p in pairs))
        of = lambda kind: [x for x in gold[kind] if x["document"] == doc]
        say = lambda x: old[x["span"][0]:x["span"][1]]
        near = lambda g, p: (lambda j: j if j >= 0.5 else 0)(jaccard(say(g), text[p["start"]:p["end"]]))
        got = report.get("quantities") or []
        num = lambda p: [x for x in (p.get("low"), p.get("high")) if x is not None]
        same = lambda g, p: [x for x in (g.get("value"), g.get("low"), g.get("high")) if x is not None] == [] or any(float(x) == float(y) for x in (g.get("value"), g.get("low"), g.get("high")) if x is not None for y in num(p))
        met_figures = pair(of("figures"), got, lambda g, p: near(g, p) if same(g, p) else 0)
        n.add("~figures: value", len(met_figures), len(of("figures")), len(got))
        n.add("~figures: value and bound", sum(g["bound"] == p.get("bound") for g, p in met_figures), len(of("figures")), len(got))
        by = {a["id"]: a for a in report.get("attributions") or []}
        owned = [x for x in of("figures") if x.get("source_name")]
        n.add("~figures: whose", sum(bool(g.get("source_name")) and name_fits(g["source_name"], by.get(p.get("attribution"), {}).get("source_name"), by.get(p.get("attribution"), {}).get("named")) for g, p in met_figures), len(owned), len(got))
        got = report.get("timexes") or []
        dated, vague = [x for x in of("times") if x["value"]], [x for x in of("times") if not x["value"]]
        share = lambda part: len(got) * len(part) / max(1, len(dated) + len(vague))
        n.add("~times: value", len(pair(dated, got, lambda g, p: near(g, p) * (g["value"] == p.get("value")))), len(dated), share(dated))
        n.add("~times: left open where nothing dates them", len(pair(vague, got, lambda g, p: near(g, p) * (p.get("value") is None))), len(vague), share(vague))
        got = report.get("places") or []
        n.add("~places within 161 km", len(pair(of("places"), got, lambda g, p: near(g, p) if p.get("lat") is not None and km(g["lat_lon"], (p["lat"], p["lon"])) <= max(161, g.get("radius_km", 1500 if "Far East" in say(g) else 0)) else 0)), len(of("places")), len(got))
        flat = " ".join(text.split())
        kept = sum(" ".join(cut(old, g["content"]).split()) in flat for g in golds)
        whole = kept >= 0.8 * len(golds) and bool(flat)
        n.add("page residue gone", sum(whole and flat.count(" ".join(say(x).split())) <= int(x.get("keep", 0)) for x in of("residue")), len(of("residue")))
        caps = set(words(cut(text, report.get("captions"))))
        n.add("captions kept apart", sum(whole and (set(words(say(x))) <= caps or " ".join(say(x).split()) not in flat) for x in of("captions")), len(of("captions")))
        agencies = [c.get("agency") for c in report.get("credits") or []]
        n.add("agency credits", len(pair(of("credits"), agencies, lambda g, p: name_fits(g["agency"], p))), len(of("credits")), len(agencies))
    return n.show("reading"), where


def reconciling(gold, where, ledger):
    n, back = Tally(), {v: k for k, v in where.items()}
    name = lambda ref: back.get((ref.get("report"), ref.get("attribution")))
    ids = lambda c, key: {name(x) for x in c.get(key) or []} - {None}
    claims = ledger.get("claims") or []
    resting = {a for g in gold["claims"] for a in g["support"]}
    claims = [c for c in claims if ids(c, "support") & resting]
    within = lambda groups: {p for group in groups for p in itertools.combinations(sorted(group), 2)}
    want, have = within(set(g["support"]) for g in gold["claims"]), within(ids(c, "support") & resting for c in claims)
    n.add("statements put together, pairs", len(want & have), len(want), len(have))

    def fits(g, c):
        a, b = set(g["support"]), ids(c, "support") & resting
        share = len(a & b) / len(a | b)
        return share if share >= 0.5 else 0

    pairs = pair(gold["claims"], claims, fits)
    n.add("claims met", len(pairs), len(gold["claims"]), len(claims))
    origin = lambda x: x if isinstance(x, dict) else {"name": x}
    n.add("origins, by name", sum(len(pair(g.get("origins", []), c.get("origins") or [], lambda a, b: name_fits(a, origin(b).get("name"), origin(b).get("named")))) for g, c in pairs), sum(len(g.get("origins", [])) for g in gold["claims"]), sum(len(c.get("origins") or []) for g, c in pairs if g.get("origins")))
    n.add("contests", sum(len(ids(c, "contest") & set(g.get("contest", []))) for g, c in pairs), sum(len(g.get("contest", [])) for g in gold["claims"]), sum(len(c.get("contest") or []) for _, c in pairs))
    ends = lambda d: (name(d["from"]), name(d["to"])) if isinstance(d.get("from"), dict) and isinstance(d.get("to"), dict) else (d.get("from"), d.get("to"))
    n.add("drift, from where to where", sum(len({ends(d) for d in c.get("drift") or []} & {(d["from"], d["to"]) for d in g.get("drift", [])}) for g, c in pairs), sum(len({(d["from"], d["to"]) for d in g.get("drift", [])}) for g in gold["claims"]), sum(len({ends(d) for d in c.get("drift") or []}) for _, c in pairs))
    rung = lambda c: {(float(x), bool(v.get("projection"))) for v in (c.get("figure") or {}).get("values", []) for x in {v.get("low"), v.get("high")} - {None}}
    ladder = lambda g: {(float(v[1]), v[2] == "possible") for v in g.get("values", []) if isinstance(v[1], (int, float))}
    n.add("figure ladders", sum(len(rung(c) & ladder(g)) for g, c in pairs), sum(len(ladder(g)) for g in gold["claims"]), sum(len(rung(c)) for g, c in pairs if ladder(g)))
    both = lambda rows: {frozenset((str(x["report"]), str(x["of"]))) for x in rows or []}
    a, b = both(gold.get("copies")), both(ledger.get("copies"))
    n.add("copies and shared text", len(a & b), len(a), len(b))
    stories = collections.defaultdict(set)
    for doc, about in gold["documents"].items():
        stories[about.get("story", "one")].add(doc)
    want, have = within(stories.values()), within(set(s.get("reports") or []) & set(gold["documents"]) for s in ledger.get("stories") or [])
    n.add("reports put into stories, pairs", len(want & have), len(want), len(have))
    return n.show("reconciling")


def main(path, read, ledger=None):
    gold, raw = load(path)
    if read == "--reports":
        for doc, text in raw.items():
            print(json.dumps({"id": doc, "text": text, "published": gold["documents"][doc].get("published")}, ensure_ascii=False))
        return
    reports = {r["id"]: r for r in map(json.loads, pathlib.Path(read).read_text("utf-8").splitlines()) if r["id"] in raw}
    a, where = reading(gold, raw, reports)
    b = reconciling(gold, where, json.loads(pathlib.Path(ledger).read_text("utf-8")) if ledger else {})
    missed = [g["id"] for golds in gold["attributions"].values() for g in golds if g["id"] not in where]
    print("attributions missed:", " ".join(missed) or "none")
    print(f"reading {a:.1f} %, reconciling {b:.1f} %")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
