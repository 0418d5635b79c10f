// Everything works without this file; it only saves a click and a doubled press.

const summary = document.querySelector('[data-error-summary]');
if (summary) summary.focus();

for (const form of document.querySelectorAll('[data-time-bar]')) {
  const slider = form.querySelector('input[type=range]');
  const sentence = document.querySelector('.time-bar__sentence');
  const labels = JSON.parse(slider.dataset.labels);
  form.dataset.live = '';
  slider.addEventListener('input', () => {
    const said = `after event ${slider.value} of ${labels.length}: ${labels[slider.value - 1]}`;
    sentence.textContent = said;
    slider.setAttribute('aria-valuetext', said);
  });
  let waiting;
  slider.addEventListener('change', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const last = Number(slider.value) === labels.length;
      location.assign(`${form.action}${last ? '' : `?revision=${slider.value}`}#revision`);
    }, 600);
  });
}

document.addEventListener('submit', (event) => {
  if (event.target.dataset.sent === '') event.preventDefault();
  else if (event.target.getAttribute('method') === 'post') event.target.dataset.sent = '';
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('[data-sent]')) delete form.dataset.sent;
});
