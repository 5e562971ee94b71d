/** The beginning of a set's bar in a page: nothing, as long as no set is open in this tab. */
import { fragmentInTab } from '../../exercises/set-in-tab.ts';

export function startSetBar(): void {
  const place = document.getElementById('reeks-balk');
  if (place === null) return;
  const show = () => {
    if (fragmentInTab() === null) return;
    // Without a network the page is what it is without a set: its address still has it.
    import('./SetBar.tsx').then(
      ({ showSetBar }) => void showSetBar(place),
      () => undefined,
    );
  };
  show();
  addEventListener('hashchange', show);
}
