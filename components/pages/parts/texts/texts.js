// Texts whose characters can be chosen: by mouse or touch, or by keyboard with one tab stop a text.
// Every character is written with textContent, so nothing in a text is ever read as markup.

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function hint(data, text, position) {
  const character = data.names[text.characters[position]] ?? text.characters[position];
  const said = data.hint
    .replace("{character}", () => character)
    .replace(/\{bits[^}]*\}/, () => text.bits[position].toFixed(1));
  return text.states[position] === "parting" ? `${data.parting}: ${said}` : said;
}

// The character on the line above or below that stands nearest: texts wrap where there is no more room.
function beside(spans, active, down) {
  const here = spans[active].getBoundingClientRect();
  let best = active, least = Infinity;
  spans.forEach((span, place) => {
    const there = span.getBoundingClientRect();
    const lines = (there.top - here.top) * (down ? 1 : -1);
    if (lines < here.height / 2) return;
    const away = lines * 1000 + Math.abs(there.left - here.left);
    if (away < least) [best, least] = [place, away];
  });
  return best;
}

function listbox(root, data, text, row) {
  const box = element("div", "text");
  box.tabIndex = 0;
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", text.title);
  box.setAttribute("aria-description", text.characters.join(""));
  const spans = text.characters.map((character, position) => {
    const span = element("span", `c ${text.states[position]} s${text.levels[position]}`, character);
    span.id = `character-${data.id}-${row}-${position}`;
    span.setAttribute("role", "option");
    span.title = hint(data, text, position);
    span.setAttribute("aria-label", span.title);
    span.dataset.position = position;
    // A line break at the parting would not be seen.
    if (character === "\n" && text.states[position] === "parting") span.textContent = "⏎\n";
    box.append(span);
    return span;
  });
  let active = 0;
  box.mark = (position) => {
    spans[active]?.classList.remove("chosen");
    spans[active]?.removeAttribute("aria-selected");
    if (!spans.length || position === null) return;
    active = Math.min(position, spans.length - 1);
    spans[active].classList.add("chosen");
    spans[active].setAttribute("aria-selected", "true");
    box.setAttribute("aria-activedescendant", spans[active].id);
  };
  box.onclick = (event) => {
    const span = event.target.closest(".c");
    // Whoever selects text with the mouse wants to copy it.
    if (span && getSelection().isCollapsed) root.choose(row, Number(span.dataset.position));
  };
  box.onfocus = () => { if (!data.follows) box.mark(active); };
  box.onblur = () => { if (!data.follows) box.mark(null); };
  box.onkeydown = (event) => {
    const last = spans.length - 1;
    const places = {
      ArrowLeft: () => Math.max(0, active - 1), ArrowRight: () => Math.min(last, active + 1), Home: () => 0, End: () => last,
      ArrowUp: () => beside(spans, active, false), ArrowDown: () => beside(spans, active, true),
    };
    if (event.key === "Enter" || event.key === " ") {
      root.choose(row, active);
    } else if (event.key in places && spans.length) {
      box.mark(places[event.key]());
      spans[active].scrollIntoView({ block: "nearest", inline: "nearest" });
      clearTimeout(root.waiting); // one answer for a key that is held down
      root.waiting = data.follows ? setTimeout(() => root.choose(row, active), 80) : undefined;
    } else {
      return;
    }
    event.preventDefault();
  };
  return box;
}

function ledger(root, data) {
  const scroller = element("div", "scroller");
  data.texts.forEach((text, row) => {
    const line = element("div", "row");
    line.append(element("div", "title", text.title), listbox(root, data, text, row));
    scroller.append(line);
  });
  return scroller;
}

function columns(root, data) {
  const samples = element("div", "samples");
  data.texts.forEach((text, row) => {
    const sample = element("section", "sample");
    sample.setAttribute("aria-label", text.title);
    const measures = element("dl", "");
    for (const [name, value] of text.measures) {
      const line = element("div", "");
      line.append(element("dt", "", name), element("dd", "", value));
      measures.append(line);
    }
    sample.append(element("h3", "", text.title), element("p", "note", text.note), listbox(root, data, text, row), measures);
    samples.append(sample);
  });
  return samples;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".texts");
  const mark = (position) => root.querySelectorAll(".text").forEach((box) => box.mark(position));
  root.choose = (row, position) => {
    root.waiting = undefined;
    root.sent = position;
    if (data.follows) mark(position); // seen at once; the page follows
    setTriggerValue("chosen", { row, position });
  };
  const { chosen, ...shown } = data;
  const described = JSON.stringify(shown);
  if (root.described !== described) { // what stays as it is keeps its place, and the keyboard's
    const before = root.querySelector(".scroller")?.scrollLeft ?? 0;
    root.described = described;
    clearTimeout(root.waiting);
    root.waiting = root.sent = undefined;
    root.replaceChildren(data.follows ? ledger(root, data) : columns(root, data));
    if (data.follows) root.firstChild.scrollLeft = before;
  }
  if (!data.follows) return;
  // An answer to an older choice does not take the mark from the hand that has gone on.
  if (root.waiting !== undefined || (root.sent !== undefined && root.sent !== chosen)) return;
  root.sent = undefined;
  mark(chosen);
  const scroller = root.firstChild, first = root.querySelector(".chosen");
  if (!first) return;
  const left = first.offsetLeft - scroller.scrollLeft;
  if (left < 60 || left > scroller.clientWidth - 40) scroller.scrollLeft = first.offsetLeft - scroller.clientWidth / 2;
}
