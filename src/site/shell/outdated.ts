/** Says that the course was renewed while this page was open; nothing reloads under a reader's hands. */
import { OUTDATED_EVENT } from '../offline/protocol.ts';

export function announceOutdated(): void {
  document.addEventListener(OUTDATED_EVENT, () => {
    const place = document.querySelector('.outdated');
    if (!place || place.hasChildNodes()) return;
    const button = document.createElement('button');
    button.className = 'quiet';
    button.textContent = 'Laad opnieuw';
    button.addEventListener('click', () => location.reload());
    place.append('De cursus is vernieuwd terwijl je las. Je code blijft bewaard. ', button);
  });
  watchFiles();
}

/**
 * Where no service worker keeps the files of this build, those that nobody has fetched yet go with it. A page only asks for what its
 * own build had, so a host that does not know a file has another one. A network that fails is something else, and is no answer.
 */
function watchFiles(): void {
  new PerformanceObserver((list) => {
    const isGone = (list.getEntries() as PerformanceResourceTiming[]).some(
      ({ name, responseStatus }) => responseStatus === 404 && name.includes('_astro/'),
    );
    if (isGone) document.dispatchEvent(new Event(OUTDATED_EVENT));
  }).observe({ type: 'resource', buffered: true });
}
