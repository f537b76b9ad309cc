"""What several tests need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import browser as browsers


@pytest.fixture(scope="session")
def browser() -> Iterator[browsers.Browser]:
    """A headless browser; tests that ask for it are skipped where there is none."""
    it = browsers.start()
    yield it
    it.driver.quit()
