/**
 * The beginning of the workbench in a page, and all of it that comes with the page: until a reader scrolls, presses or moves the
 * focus, the bench is as it was built.
 */
const FIRST = ['scroll', 'click', 'focusin'] as const;

export function startBench(): void {
  if (document.querySelector('.bench') === null) return;
  for (const link of document.querySelectorAll<HTMLButtonElement>('.to-panel')) link.disabled = false;
  let last: Event | undefined;
  let isFetching = false;
  const begin = (event?: Event) => {
    if (event?.type !== 'scroll') last = event;
    if (isFetching) return;
    isFetching = true;
    import('./follow.ts').then(
      ({ followBench }) => {
        for (const type of FIRST) removeEventListener(type, begin);
        followBench(last);
      },
      // Without a network: at the next one.
      () => {
        isFetching = false;
      },
    );
  };
  for (const type of FIRST) addEventListener(type, begin);
  // What was kept shows from the first.
  if (document.documentElement.dataset['bank'] !== undefined) begin();
}
