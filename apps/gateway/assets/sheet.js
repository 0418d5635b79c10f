// Without this file the sheet is a table with a form a row. With it a date typed in a cell is the command.
const table = document.querySelector('[data-sheet]');
const status = document.querySelector('[data-sheet-status]');
const dialog = document.querySelector('[data-sheet-dialog]');
const fill = document.querySelector('[data-sheet-fill]');

const rows = () => [...table.tBodies[0].querySelectorAll('tr[data-ref]')];
const cellsOf = (row) => [...row.querySelectorAll('[data-step]')];
const inputOf = (cell) => cell?.querySelector('input[type=text]');
const cellOf = (ref, step) => table.querySelector(`tr[data-ref="${ref}"] [data-step="${step}"]`);
const made = (name, className, text = '') =>
  Object.assign(document.createElement(name), { className, textContent: text });
const pieceOf = (html) => Object.assign(document.createElement('template'), { innerHTML: html }).content;
const announce = (text) => (status.textContent = text);

function focusOn(cell) {
  for (const other of table.querySelectorAll('[data-step][tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
}

/** The cell so many rows and columns away; undefined at the edge. */
function neighbour(cell, down, right) {
  const all = rows();
  const row = all[all.indexOf(cell.closest('tr')) + down];
  return row && cellsOf(row)[cellsOf(cell.closest('tr')).indexOf(cell) + right];
}

function edit(cell, text = cell.dataset.text ?? '') {
  if (inputOf(cell)) return inputOf(cell);
  const input = made('input', 'sheet__input');
  Object.assign(input, { type: 'text', value: text, autocomplete: 'off' });
  input.setAttribute('aria-label', `${cell.dataset.label}, ${cell.closest('tr').dataset.ref}`);
  cell.append(input);
  return input;
}

function leave(cell) {
  inputOf(cell)?.remove();
  messageOf(cell)?.remove();
}

const messageOf = (cell) =>
  table.querySelector(`tr[data-about="${cell.closest('tr').dataset.ref} ${cell.dataset.step}"]`);

/** Says under the row why a cell was not saved; what was typed stays in it. */
function say(cell, sentences, again) {
  messageOf(cell)?.remove();
  const row = made('tr', 'sheet__message');
  row.dataset.about = `${cell.closest('tr').dataset.ref} ${cell.dataset.step}`;
  const words = made('div', 'sheet__said');
  words.id = `said-${row.dataset.about.replace(' ', '-')}`;
  words.append(made('strong', '', `${cell.dataset.label}: `), sentences.join(' '));
  const button = (label, act) => {
    const one = Object.assign(made('button', 'button button--link', label), { type: 'button' });
    one.addEventListener('click', act);
    words.append(' ', one);
  };
  if (again) button(again.label, again.act);
  button('Leave it', () => {
    leave(cell);
    focusOn(cell);
  });
  const whole = row.insertCell();
  whole.colSpan = cell.closest('tr').cells.length;
  whole.append(words);
  cell.closest('tr').after(row);
  inputOf(cell)?.setAttribute('aria-invalid', 'true');
  inputOf(cell)?.setAttribute('aria-describedby', words.id);
  announce(`Not saved. ${words.firstChild.textContent}${sentences.join(' ')}`);
}

/** A row as the server draws it; what is being typed in its other cells stays. */
function redraw(ref, html, saved) {
  const old = rows().find((row) => row.dataset.ref === ref);
  const fresh = pieceOf(`<table><tbody>${html}</tbody></table>`).querySelector('tr');
  const typed = cellsOf(old).flatMap((cell) =>
    inputOf(cell) && cell.dataset.step !== saved ? [[cell.dataset.step, inputOf(cell)]] : [],
  );
  const box = fresh.querySelector('[type=checkbox]');
  if (box) box.checked = old.querySelector('[type=checkbox]').checked;
  old.replaceWith(fresh);
  for (const [step, input] of typed) fresh.querySelector(`[data-step="${step}"]`).append(input);
}

async function send(ref, step, fields) {
  const row = rows().find((one) => one.dataset.ref === ref);
  const body = new URLSearchParams({
    _csrf: table.dataset.csrf,
    expectedRevision: row.dataset.revision,
    ...fields,
  });
  body.set('idempotencyKey', `${table.dataset.key} ${ref} ${step}`);
  try {
    const answer = await fetch(`/sheet/${ref}/${step}`, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    });
    return await answer.json();
  } catch {
    const sentence = 'This could not be saved: the server did not answer, or you are signed out. Try again.';
    return { kind: 'failed', sentences: [sentence] };
  }
}

/** Saves what is typed in a cell; true when the cell is done with. */
async function save(cell, fields = {}) {
  const { ref } = cell.closest('tr').dataset;
  const { step } = cell.dataset;
  const input = inputOf(cell);
  if (!input || input.readOnly) return false;
  if (input.value.trim() === (cell.dataset.text ?? '')) return (leave(cell), true);
  input.readOnly = true;
  cell.setAttribute('aria-busy', 'true');
  input.dataset.tried = input.value;
  const answer = await send(ref, step, { typed: input.value, ...fields });
  return answered(ref, step, answer);
}

function answered(ref, step, answer) {
  const done = answer.kind === 'saved';
  if (answer.row) redraw(ref, answer.row, done ? step : undefined);
  const cell = cellOf(ref, step);
  cell.removeAttribute('aria-busy');
  if (inputOf(cell)) inputOf(cell).readOnly = false;
  if (done) {
    leave(cell);
    announce(answer.sentences.join(' '));
    status.dataset.tone = answer.tone;
  } else if (answer.kind === 'asks') ask(ref, step, answer);
  else {
    const again =
      answer.kind === 'refused' ? undefined : { label: 'Save again', act: () => save(cellOf(ref, step)) };
    say(cell, answer.sentences, again);
  }
  return done;
}

/** The few things that a day does not say, in a form over the sheet. */
function ask(ref, step, answer) {
  const cell = cellOf(ref, step);
  messageOf(cell)?.remove();
  const content = dialog.querySelector('[data-sheet-asks]');
  content.replaceChildren(pieceOf(answer.form));
  if (!dialog.open) dialog.showModal();
  (
    content.querySelector('.govuk-error-summary a') ??
    content.querySelector('input:not([type=hidden]), select')
  )?.focus();
  const leaveIt = () =>
    say(cellOf(ref, step), ['It is not saved yet: it needs a little more.'], {
      label: 'Fill it in',
      act: () => save(cellOf(ref, step)),
    });
  dialog.onclose = leaveIt;
  const form = content.querySelector('form');
  form.onsubmit = async (event) => {
    event.preventDefault();
    const next = await send(ref, step, Object.fromEntries(new FormData(form)));
    if (next.kind === 'asks') return ask(ref, step, next);
    dialog.onclose = null;
    dialog.close();
    answered(ref, step, next);
    focusOn(cellOf(ref, step));
  };
}

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

async function onKey(event) {
  const cell = event.target.closest('[data-step]');
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target === inputOf(cell);
  const { ref } = cell.closest('tr').dataset;
  const { step } = cell.dataset;
  const stay = () => cellOf(ref, step);
  const away = event.key === 'Tab' ? [0, event.shiftKey ? -1 : 1] : [event.shiftKey ? -1 : 1, 0];
  if (typing && (event.key === 'Enter' || event.key === 'Tab')) {
    event.preventDefault();
    if (await save(cell)) focusOn(neighbour(stay(), ...away) ?? stay());
    else if (!dialog.open) inputOf(stay())?.focus();
  } else if (typing && event.key === 'Escape') {
    leave(cell);
    focusOn(cell);
  } else if (!typing && MOVES[event.key]) {
    event.preventDefault();
    focusOn(neighbour(cell, ...MOVES[event.key]) ?? cell);
  } else if (!typing && (event.key === 'Home' || event.key === 'End')) {
    event.preventDefault();
    focusOn(cellsOf(cell.closest('tr')).at(event.key === 'Home' ? 0 : -1));
  } else if (!typing && cell.hasAttribute('data-fixed')) return;
  else if (!typing && (event.key === 'Enter' || event.key === 'F2')) {
    event.preventDefault();
    edit(cell).select();
    inputOf(cell).focus();
  } else if (!typing && /^(.|Delete|Backspace)$/u.test(event.key)) {
    event.preventDefault();
    edit(cell, event.key.length > 1 ? '' : event.key).focus();
  }
}

const boxes = () => [...table.querySelectorAll('tbody [type=checkbox]')];
let lastBox;
function onBox(event) {
  const box = event.target.closest('[type=checkbox]');
  if (!box) return;
  const all = boxes();
  const [from, to] = [all.indexOf(lastBox), all.indexOf(box)].sort((x, y) => x - y);
  if (box.dataset.all !== undefined) for (const one of all) one.checked = box.checked;
  else if (event.shiftKey && from >= 0) for (const one of all.slice(from, to)) one.checked = box.checked;
  if (box.dataset.all === undefined) lastBox = box;
  fill.querySelector('[data-chosen]').textContent = `${all.filter((one) => one.checked).length} chosen`;
}

/** One step after the other, so that each row says for itself whether it was saved. */
async function fillAll(event) {
  event.preventDefault();
  const { step, typed, minutes } = Object.fromEntries(new FormData(fill));
  const chosen = boxes()
    .filter((box) => box.checked)
    .map((box) => box.closest('tr').dataset.ref);
  let saved = 0;
  for (const [index, ref] of chosen.entries()) {
    announce(`${index + 1} of ${chosen.length}: ${ref}`);
    const answer = await send(ref, step, { typed, minutes });
    if (answer.row) redraw(ref, answer.row);
    if (answer.kind === 'saved') saved += 1;
    else {
      edit(cellOf(ref, step), typed).value = typed;
      const act = () => save(cellOf(ref, step));
      say(
        cellOf(ref, step),
        answer.kind === 'asks' ? ['This row needs a little more.'] : answer.sentences,
        answer.kind === 'refused'
          ? undefined
          : { label: answer.kind === 'asks' ? 'Fill it in' : 'Save again', act },
      );
    }
  }
  announce(
    `${saved} of ${chosen.length} saved.${saved < chosen.length ? ' The others say why under their rows; what was typed stays in them.' : ''}`,
  );
}

if (table && 'writable' in table.dataset) {
  table.setAttribute('role', 'grid');
  for (const cell of table.querySelectorAll('[data-step]')) cell.tabIndex = -1;
  const first = table.querySelector('[data-step]');
  if (first) first.tabIndex = 0;
  table.addEventListener('keydown', onKey);
  table.addEventListener('click', onBox);
  table.addEventListener('dblclick', (event) => {
    const cell = event.target.closest('[data-step]:not([data-fixed])');
    if (cell) edit(cell).focus();
  });
  table.addEventListener('focusin', (event) => {
    const cell = event.target.closest('[data-step]');
    if (cell && event.target === cell && cell.tabIndex !== 0) focusOn(cell);
  });
  table.addEventListener('focusout', (event) => {
    const cell = event.target.closest('[data-step]');
    // Gone elsewhere: saved as in any spreadsheet, but what was refused once is not sent again unasked.
    if (event.target === inputOf(cell) && inputOf(cell).dataset.tried !== inputOf(cell).value)
      void save(cell);
  });
  fill?.addEventListener('submit', fillAll);
  document.documentElement.dataset.sheetReady = '';
}
