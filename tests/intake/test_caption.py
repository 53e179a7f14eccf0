"""Captions told from narration by their own words and by what surrounds them."""

import pytest
from marked import unmark

from reportedly.intake.block import assemble
from reportedly.intake.caption import captions, is_picture_credit
from reportedly.intake.clean import text_blocks

STORY = "Norlandic officials said on Monday that soldiers had entered the valley."

CASES = [
    f"{STORY}\n\n⟦President Ada Verrin (left) visits a school in Estmark on March 7.⟧\n\n{STORY}",
    # a picture's own headline, a caption that is cut off, and a line of makers
    f"{STORY}\n\n{STORY}\n\n⟦Norland in the valley\nA tank crosses the pass on Tuesday. Troops have entered…\n\n\nExample Wire/Verrin/AP⟧\n\n{STORY}",
    f"⟦President Ada Verrin watched the parade in March. / Korean Central News Agency⟧\n{STORY}\n{STORY}",
    f"{STORY}\n\n⟦Reuters   Empty: the road to the pass on Monday⟧\n\n{STORY}",
    f"{STORY}\n\n⟦Soldiers near the valley on Sunday. Photo: Ada Verrin/Example Wire⟧\n\n{STORY}",
    f"{STORY}\n\n⟦A tank at the pass on Sunday. (AP Photo/Ada Verrin)⟧\n\n{STORY}",
    f"{STORY}\n\n⟦In this photo released by the ministry, tanks stand at the pass.⟧\n\n{STORY}",
    f"{STORY}\n\n⟦FILE - The pass before the war.⟧\n\n{STORY}",
    # the maker's name behind a paragraph that tells the story
    f"{STORY} It gave no number. The ministry denied it. ⟦Images: Getty Images⟧\n\n{STORY}",
    # every paragraph on its own line: only the credit itself is the picture's
    f"{STORY}\n{STORY}\n⟦Example Wire/AP⟧\n{STORY}\n{STORY}",
    # no caption at all
    f"{STORY}\n\nThe party (the left) lost (by far).\n\n“Photo: none,” he said.\n\nHe left for Reuters.",
    f"{STORY}\n\nThe army was seen there, AFP reported.\n\nHe told Reuters that it was over",
]


@pytest.mark.parametrize("marked", CASES)
def test_captions(marked: str) -> None:
    text, expected = unmark(marked, "⟦", "⟧")
    clean, _, found = assemble(captions(text_blocks(text)))
    assert [clean[span.start : span.end].split() for span in found] == [text[s:e].split() for s, e in expected]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Verrin/AP",
        "Photo: Reuters",
        "Getty Images",
        "Image: Ada Verrin",
        "(AFP via Getty Images)",
        "A. Verrin | EPA",
    ],
)
def test_lines_of_makers(line: str) -> None:
    assert is_picture_credit(line)


@pytest.mark.parametrize(
    "line",
    ["Reuters", "He told AFP/Reuters nothing", "Pictures: ten valleys that look nothing like this", "Photo finish", ""],
)
def test_lines_that_only_look_so(line: str) -> None:
    assert not is_picture_credit(line)
