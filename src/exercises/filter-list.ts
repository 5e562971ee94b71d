/** The list of exercises narrowed down by level, kind and length. Without JavaScript all of it is there. */
export function filterExercises(): void {
  const form = document.querySelector<HTMLFormElement>('.exercise-list__filter');
  const status = form?.querySelector('[role="status"]');
  if (!form || !status) return;
  const items = [...document.querySelectorAll<HTMLElement>('[data-exercise]')];

  const apply = () => {
    const choice = new FormData(form);
    const [level, kind, minutes] = ['level', 'kind', 'minutes'].map((name) => String(choice.get(name) ?? ''));
    for (const item of items) {
      const { dataset } = item;
      const fits =
        (!level || dataset['level'] === level) &&
        (!kind || dataset['kind'] === kind) &&
        (!minutes || Number(dataset['minutes']) <= Number(minutes));
      item.hidden = !fits;
    }
    const shown = items.filter((item) => !item.hidden).length;
    const isAll = shown === items.length;
    status.textContent = isAll
      ? ''
      : shown === 0
        ? 'Geen enkele oefening past hierbij. Kies iets ruimer.'
        : `${shown} van ${items.length} oefeningen`;
  };

  form.hidden = false;
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A browser fills a form in again when a reader comes back.
  apply();
}
