from restorer.errors import RestorerError


def test_a_sentence_is_one_line_whatever_it_quotes() -> None:
    error = RestorerError("There is no step “de\nnoise”.", "Choose\tanother.")
    assert error.message == "There is no step “de noise”."
    assert error.hint == "Choose another."
    assert str(error) == "There is no step “de noise”. Choose another."
