// When the connection is back the page is run once by itself. It may be another replica's by then, which knows none of the
// page's parts before that run has ended: what is chosen until then would be lost without a word. So only the sliders
// move, which need no server, and a sentence says that the page is coming back; or, where it has been given up, what to do.
const APP = "[data-testid=stApp]", CONNECTION = "data-test-connection-state", SCRIPT = "data-test-script-state";
const HELD = ["pointerdown", "click", "keydown", "beforeinput"];
const MOVES = /^(Tab|Arrow|Page|Home|End)/; // keys that go about in the page

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".connection"), app = document.querySelector(APP);
  root.forget?.();
  root.setAttribute("role", "status");
  const look = () => {
    const before = root.connected, state = app.getAttribute(CONNECTION);
    root.connected = state === "CONNECTED";
    if (!root.connected) root.lost = data.run; // the last run before it was lost
    else if (before === false) setTriggerValue("reconnected", Date.now());
    else if (root.lost !== undefined && root.lost !== data.run && app.getAttribute(SCRIPT) === "notRunning") {
      root.lost = undefined;
      dispatchEvent(new Event("back")); // whoever moved meanwhile, and was not heard, says it again
    }
    const said = state === "DISCONNECTED_FOREVER" ? data.over : data.coming_back;
    const sentence = root.lost === undefined ? "" : said;
    if (root.textContent !== sentence) root.textContent = sentence; // it is read aloud whenever it is written
  };
  const hold = (event) => {
    if (root.lost === undefined || MOVES.test(event.key) || event.target.matches?.(`${SLIDER}, ${PAGE_SLIDER}`)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const observer = new MutationObserver(look);
  observer.observe(app, { attributes: true, attributeFilter: [CONNECTION, SCRIPT] });
  HELD.forEach((type) => app.addEventListener(type, hold, true));
  root.forget = () => {
    observer.disconnect();
    HELD.forEach((type) => app.removeEventListener(type, hold, true));
  };
  look();
  return root.forget;
}
