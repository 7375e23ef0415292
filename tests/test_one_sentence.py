from restorer.errors import RestorerError


def test_a_sentence_is_one_line_whatever_it_quotes() -> None:
    error = RestorerError("There is no step “de\nnoise”.", "Choose\r\nanother.")
    assert error.message == "There is no step “de noise”."
    assert error.hint == "Choose another."
    assert str(error) == "There is no step “de noise”. Choose another."


def test_names_are_quoted_as_they_are() -> None:
    assert RestorerError("“my  photo\u00a0№ 1.jpg” is empty.").message == "“my  photo\u00a0№ 1.jpg” is empty."
