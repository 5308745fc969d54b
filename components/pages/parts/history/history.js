// One owner of the browser's history. Whatever changes the address within a page replaces it; a resting place gets an
// entry of its own. After Back or Forward the sliders go where the address says, and the server is told; until it has
// heard, nothing it writes from before may touch the address.
const REST = 700; // milliseconds: what is passed more quickly gets no entry

function own() {
  if (window.temperatureHistory) return window.temperatureHistory;
  // acted: the address when a hand last did something here that has no entry yet. What is written without a hand (a page
  // that completes its address when one arrives or after an answer, or clears it when one leaves) belongs to the entry
  // that is there.
  const it = window.temperatureHistory = {
    last: location.href, acted: null, returning: null, moves: 0, tell: () => {},
    push: history.pushState.bind(history), replace: history.replaceState.bind(history),
  };
  const rest = (now) => {
    clearTimeout(it.timer);
    it.replace(history.state, "", it.last); // the entry left behind says again where one rested
    if (now !== it.last) it.push(history.state, "", now);
    it.last = now;
    if (it.acted !== now) it.acted = null; // a hand that acted since the address became this one is still waiting for its own
  };
  const written = (write) => (state, title, url) => {
    const to = new URL(url ?? location.href, location.href);
    if (to.pathname !== location.pathname) { // another page has an entry by itself
      if (it.acted !== null) rest(it.acted);
      it.returning = it.acted = null;
      write(state, title, url);
      it.last = location.href;
      return;
    }
    if (it.returning !== null) return;
    it.replace(state, title, url);
    if (it.acted === null) { it.last = location.href; return; }
    clearTimeout(it.timer);
    it.timer = setTimeout(() => rest(location.href), REST);
  };
  history.pushState = written(it.push);
  history.replaceState = written(it.replace);
  const acted = ({ type, target }) => {
    // A figure's own slider moves without a hand, after the page's.
    if (type !== "input" || !target.matches?.(FOLLOWERS)) it.acted = location.href;
  };
  for (const done of ["pointerdown", "keydown", "input"]) addEventListener(done, acted, true);
  addEventListener("popstate", () => {
    clearTimeout(it.timer);
    const stays = new URL(it.last).pathname === location.pathname;
    it.last = location.href;
    it.returning = { search: location.search, move: ++it.moves };
    // What the page that is left tells would run that page once more, and its run in place of the other's.
    if (stays) it.tell();
  });
  return it;
}

function moveSliders(sliders) {
  const search = new URLSearchParams(location.search);
  const live = document.querySelector(SLIDER);
  sliders.forEach(({ name, default: usual, opening, others }) => {
    const bare = !others.some((other) => search.has(other));
    const value = search.get(name) ?? String(bare ? (opening ?? usual) : usual);
    if (!live || Number(live.value) === Number(value)) return;
    live.value = value;
    live.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".history"), it = own();
  if (it.returning && data.heard?.move === it.returning.move) it.returning = null;
  it.tell = () => {
    moveSliders(data.sliders);
    it.acted = null;
    dispatchEvent(new CustomEvent("went", { detail: new URLSearchParams(location.search) }));
    setTriggerValue("moved", it.returning);
  };
  // Back to another page: this component is new there, and tells what the one before it saw.
  if (it.returning && root.told !== it.returning.move) { root.told = it.returning.move; it.tell(); }
}
