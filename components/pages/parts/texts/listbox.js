// A text whose characters are chosen by mouse, touch or keyboard, each of which says what it is.

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function hint(data, character, bits, parting, temperature) {
  let said = filled(data.hint, { character: data.names[character] ?? character, bits });
  if (temperature !== undefined) said = filled(data.slider.character_at, { said, temperature });
  return parting ? `${data.parting}: ${said}` : said;
}

// A line break at the parting would not be seen.
const sign = (character, state) => (character === "\n" && state === "parting" ? "⏎\n" : character);

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

// A text as a list of characters; `box.write` gives it other ones, and keeps the elements.
function listbox(root, data, row) {
  const box = element("div", "text");
  box.tabIndex = 0;
  box.setAttribute("role", "listbox");
  if (data.before) box.dataset.before = data.before; // what stood before, so that nobody takes the text to begin in a word
  const spans = [];
  let active = 0, text;

  box.write = (next) => {
    text = next;
    box.setAttribute("aria-label", text.title);
    const low = Math.min(...text.along ?? []), high = Math.max(...text.along ?? []);
    box.classList.toggle("along", low < high);
    while (spans.length > text.characters.length) spans.pop().remove();
    text.characters.forEach((character, position) => {
      let span = spans[position];
      if (!span) {
        span = element("span", "");
        span.id = `character-${data.id}-${row}-${position}`;
        span.setAttribute("role", "option");
        span.dataset.position = position;
        spans.push(span);
        box.append(span);
      }
      const name = `c ${text.states[position] ?? ""} s${text.levels[position]}`;
      const shown = sign(character, text.states[position]);
      // What stays as it is costs nothing: the browser lays out only what has changed.
      if (span.textContent !== shown) span.textContent = shown;
      if (span.className !== name) span.className = name;
      if (low < high) span.style.setProperty("--height", ((text.along[position] - low) / (high - low)).toFixed(2));
      // What cannot be seen is called by its name.
      const called = data.names[character];
      if (called) span.setAttribute("aria-label", called);
      else span.removeAttribute("aria-label");
    });
  };
  const describe = (span) => {
    const position = Number(span.dataset.position);
    const bits = text.bits ? text.bits[position].toFixed(1) : text.levels[position];
    return hint(data, text.characters[position], bits, text.states[position] === "parting", text.along?.[position]);
  };
  box.mark = (position) => {
    spans[active]?.classList.remove("chosen");
    spans[active]?.removeAttribute("aria-selected");
    if (!spans.length || position === null) return;
    active = Math.min(position, spans.length - 1);
    spans[active].classList.add("chosen");
    spans[active].setAttribute("aria-selected", "true");
    spans[active].setAttribute("aria-label", describe(spans[active]));
    box.setAttribute("aria-activedescendant", spans[active].id);
  };
  box.onmouseover = (event) => {
    const span = event.target.closest(".c");
    if (span) span.title = describe(span);
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
    if (event.ctrlKey || event.metaKey || event.altKey) return;
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
