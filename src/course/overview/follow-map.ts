/** On the map of the course: what a lesson under the pointer or the keyboard needs, and what that needs in its turn, stands out. */
export function followMap(): void {
  const map = document.querySelector('.course-map');
  if (!map) return;
  const stops = [...map.querySelectorAll<SVGElement>('[data-stop]')];
  const lines = [...map.querySelectorAll<SVGElement>('[data-to]')];
  const show = (slug: string | undefined) => {
    const needed = new Set<string | undefined>(slug === undefined ? [] : [slug]);
    // A set that grows while it is gone through is gone through to its end.
    for (const one of needed) {
      for (const { dataset } of lines) if (dataset['to'] === one) needed.add(dataset['from']);
    }
    for (const line of lines) line.toggleAttribute('data-needed', needed.has(line.dataset['to']));
    for (const stop of stops) stop.toggleAttribute('data-needed', needed.has(stop.dataset['stop']));
    map.toggleAttribute('data-picked', slug !== undefined);
  };
  const stopAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<SVGElement>('[data-stop]')?.dataset['stop'] : undefined;
  for (const type of ['pointerover', 'focusin'])
    map.addEventListener(type, ({ target }) => show(stopAt(target)));
  for (const type of ['pointerleave', 'focusout']) map.addEventListener(type, () => show(undefined));
}
