"""A headless browser that tells what a page does: Debian's chromium and chromium-driver, where they are installed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium.webdriver.remote.webelement import WebElement


class Browser:
    """One window; `open` forgets what was logged before."""

    def __init__(self, binary: str, driver: str) -> None:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = binary
        # Pages are our own, and containers have no room for a sandbox.
        for argument in ("headless=new", "no-sandbox", "disable-dev-shm-usage", "window-size=1280,900", "hide-scrollbars"):
            options.add_argument(f"--{argument}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(driver))

    def open(self, page: Path) -> None:
        self.driver.get("about:blank")
        self.console(), self.requests()
        self.driver.get(page.as_uri())

    def console(self) -> list[str]:
        """What the console has said since it was last asked."""
        return [entry["message"] for entry in self._log("browser")]

    def requests(self) -> list[str]:
        """What was asked of disk or network since."""
        events = [json.loads(entry["message"])["message"] for entry in self._log("performance")]
        urls = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if url != "about:blank" and not url.startswith("data:")]

    def _log(self, kind: str) -> list[dict[str, str]]:
        log: list[dict[str, str]] = self.driver.get_log(kind)  # type: ignore[no-untyped-call]
        return log

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements("css selector", selector)

    def js(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(f"return {script}", *arguments)

    def background(self, element: WebElement) -> str:
        """The colour behind an element, when it has stopped changing."""
        self.js("Promise.all(document.getAnimations().map(animation => animation.finished)).then(() => 0)")
        return str(element.value_of_css_property("background-color"))

    def hover(self, element: WebElement) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).move_to_element(element).perform()

    def press(self, key: str) -> None:
        from selenium.webdriver import ActionChains, Keys

        ActionChains(self.driver).send_keys(getattr(Keys, key)).perform()

    def prefer(self, scheme: str) -> None:
        """As in a system whose windows are "light" or "dark"."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def start() -> Browser:
    """The browser, or a skip that names what to install."""
    pytest.importorskip("selenium", reason="the browser tests need selenium: pip install selenium")
    binary = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    driver = shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("the browser tests need chromium and chromedriver: apt-get install chromium chromium-driver")
    return Browser(binary, driver)
