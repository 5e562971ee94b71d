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
}
