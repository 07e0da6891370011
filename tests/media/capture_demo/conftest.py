import pytest

from skriptstudio.media.capture.presenter import Presenter


@pytest.fixture(scope="session")
def presenter() -> Presenter:
    return Presenter()
