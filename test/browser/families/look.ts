/**
 * Runs in the page: finds what a reader means by a role and a name, as a screen reader would. The same code in every
 * family, since no two drivers name elements alike; `look.test.ts` holds it against Chromium's own roles and names.
 */

/** `null` is any name; a pattern is a regular expression's source and flags. */
export interface Target {
  readonly role: string;
  readonly name: string | { readonly source: string; readonly flags: string } | null;
}

export interface Found {
  readonly name: string;
  /** What is drawn of it, with single spaces. */
  readonly text: string;
  /** Of a field: what is in it. */
  readonly value: string;
  readonly isEnabled: boolean;
  /** Keys go to it. */
  readonly hasFocus: boolean;
  /** It is ticked, or pressed, or the one that was chosen. */
  readonly isOn: boolean;
  /** The deed was done to it. */
  readonly isDone: boolean;
  /** Where to click, when it was brought into view and nothing lies over it. */
  readonly point: { readonly x: number; readonly y: number } | null;
}

/** Something to do to the one that is found, which needs no hand. */
export type Deed =
  /** Whole: also where a part of it is at hand already. */
  | { readonly type: 'show'; readonly isWhole?: boolean }
  /** Until the next click, or the next pull, is over, what is meant for something else goes nowhere: `hasMissed` tells. */
  | { readonly type: 'aim'; readonly isPull?: boolean }
  | { readonly type: 'insert'; readonly text: string }
  | { readonly type: 'choose'; readonly option: string }
  | { readonly type: 'drop'; readonly files: readonly CarriedFile[] }
  /** To a file field, or to a button behind which there is one: a browser's own dialog is out of any driver's reach. */
  | { readonly type: 'give'; readonly files: readonly CarriedFile[] };

/** A file on its way into a page. */
export interface CarriedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly base64: string;
}

/**
 * An expression: what was aimed last met something else, since the page had moved meanwhile, or it was taken away in the middle of
 * the click, which then is none.
 */
export const hasMissed = 'globalThis.readerHasMissed?.() === true';

/**
 * Stands alone, since its text crosses into the page.
 *
 * @param path each is looked for inside the one before
 * @returns all that are seen and match; a deed is done when there is one, and it is enabled
 */
export function look(path: readonly Target[], deed: Deed | null): Found[] {
  const ROLES: readonly (readonly [selector: string, role: string])[] = [
    ['a[href]', 'link'],
    // As browsers tell a file field, for which the specification has no role.
    ['button, summary, input:is([type=button], [type=submit], [type=file])', 'button'],
    ['textarea, input:is(:not([type]), [type=text], [type=email], [type=url])', 'textbox'],
    ['input[type=search]', 'searchbox'],
    ['input[type=number]', 'spinbutton'],
    ['input[type=range]', 'slider'],
    ['input[type=checkbox]', 'checkbox'],
    ['input[type=radio]', 'radio'],
    ['select', 'combobox'],
    ['h1, h2, h3, h4, h5, h6', 'heading'],
    ['section:is([aria-label], [aria-labelledby])', 'region'],
    ['nav', 'navigation'],
    ['main', 'main'],
    ['ul, ol', 'list'],
    ['li', 'listitem'],
    ['table', 'table'],
    ['tr', 'row'],
    ['td', 'cell'],
    ['th:not([scope=row])', 'columnheader'],
    ['th[scope=row]', 'rowheader'],
    ['article', 'article'],
    ['progress', 'progressbar'],
    ['dialog', 'dialog'],
    ['fieldset, details', 'group'],
    ['img[alt]:not([alt=""])', 'img'],
    ['output', 'status'],
  ];
  const NAMED_BY_CONTENT = [
    'button',
    'link',
    'heading',
    'cell',
    'columnheader',
    'rowheader',
    'row',
    'listitem',
    'tab',
    'treeitem',
    'option',
  ];

  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  const isHidden = (element: Element) =>
    element.closest('[aria-hidden="true"], [inert]') !== null ||
    !element.checkVisibility({ visibilityProperty: true });

  function contentOf(node: Node, but: Element | null): string {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node === but || isHidden(node)) return '';
    const label = node.getAttribute('aria-label') ?? node.getAttribute('alt');
    if (label !== null) return ` ${label} `;
    const isBlock = !getComputedStyle(node).display.startsWith('inline');
    const text = [...node.childNodes].map((child) => contentOf(child, but)).join('');
    return isBlock ? ` ${text} ` : text;
  }

  const roleOf = (element: Element) =>
    element.getAttribute('role') ?? ROLES.find(([selector]) => element.matches(selector))?.[1] ?? null;

  function nameOf(element: Element): string {
    const others = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const byOthers = others.map((id) =>
      contentOf(document.getElementById(id) ?? document.createTextNode(''), null),
    );
    const ownLabels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
    const inside = element.querySelector(':scope > :is(legend, caption)');
    const names = [
      byOthers.join(' '),
      element.getAttribute('aria-label') ?? '',
      ownLabels.map((label) => contentOf(label, element)).join(' '),
      element.getAttribute('alt') ?? '',
      inside && (element.matches('fieldset') || element.matches('table')) ? contentOf(inside, null) : '',
      NAMED_BY_CONTENT.includes(roleOf(element) ?? '')
        ? [...element.childNodes].map((child) => contentOf(child, null)).join('')
        : '',
      element.getAttribute('title') ?? '',
      element.getAttribute('placeholder') ?? '',
    ];
    return tidy(names.find((name) => tidy(name) !== '') ?? '');
  }

  function matches(element: Element, { role, name }: Target): boolean {
    if (roleOf(element) !== role || isHidden(element)) return false;
    if (name === null) return true;
    return typeof name === 'string'
      ? nameOf(element) === name
      : new RegExp(name.source, name.flags).test(nameOf(element));
  }

  function inside(root: ParentNode, target: Target): Element[] {
    const native = ROLES.filter(([, role]) => role === target.role).map(([selector]) => selector);
    const all = root.querySelectorAll([`[role="${target.role}"]`, ...native].join());
    return [...all].filter((element) => matches(element, target));
  }

  /** An editor keeps a line in each of its children. */
  const heldBy = (element: Element) =>
    'value' in element
      ? String(element.value)
      : element instanceof HTMLElement && element.isContentEditable
        ? [...element.children].map((line) => line.textContent).join('\n')
        : '';

  /** Where a link is broken over two lines, its middle may lie beside both: a hand goes to one of them. */
  function pointOf(element: Element): Found['point'] {
    for (const { left, right, top, bottom } of element.getClientRects()) {
      const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
      const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
      const hit = document.elementFromPoint(x, y);
      const isIt = hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
      if (isIt) return { x, y };
    }
    return null;
  }

  function aimAt(element: Element, isPull = false): void {
    const BEGIN = ['pointerdown', 'mousedown'];
    /** Where something is let go after it was pulled, it may lie anywhere. */
    const checked = isPull ? BEGIN : [...BEGIN, 'pointerup', 'mouseup', 'click'];
    const last = isPull ? ['pointerup', 'pointercancel'] : ['click'];
    const types = new Set([...checked, ...last]);
    const hand = globalThis as { readerLetsGo?: () => void };
    // Of a click that never came.
    hand.readerLetsGo?.();
    let isMissed = false;
    let isOver = false;
    const guard = (event: Event) => {
      const { target, type } = event;
      const label = target instanceof Element ? target.closest('label') : null;
      const isIt = target instanceof Node && (element.contains(target) || label?.control === element);
      isMissed ||= checked.includes(type) && !isIt;
      if (isMissed) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      isOver ||= last.includes(type);
      if (isOver) hand.readerLetsGo?.();
    };
    Object.assign(hand, {
      readerHasMissed: () => isMissed || !(isOver || element.isConnected),
      readerLetsGo: () => {
        for (const type of types) removeEventListener(type, guard, true);
      },
    });
    for (const type of types) addEventListener(type, guard, true);
  }

  /** Not where it is at hand already: a playground that sticks beside the text would be scrolled after for ever. */
  function bringUp(element: Element, isWhole = false): void {
    const { top, bottom } = element.getBoundingClientRect();
    if (pointOf(element) !== null && !(isWhole && (top < 0 || bottom > innerHeight))) return;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    // Another playground may lie over it: who comes there by keyboard gets this one.
    if (pointOf(element) === null && element instanceof HTMLElement) element.focus({ preventScroll: true });
  }

  function act(element: Element, deed: Deed): void {
    if (deed.type === 'show') bringUp(element, deed.isWhole);
    else if (deed.type === 'aim') aimAt(element, deed.isPull);
    else if (deed.type === 'insert') {
      if (!(element instanceof HTMLElement && element.isContentEditable)) {
        document.execCommand('insertText', false, deed.text);
        return;
      }
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', deed.text);
      // Firefox empties what a ClipboardEvent is made with.
      const paste = new Event('paste', { bubbles: true, cancelable: true });
      element.dispatchEvent(Object.defineProperty(paste, 'clipboardData', { value: clipboardData }));
    } else if (deed.type === 'choose' && element instanceof HTMLSelectElement) {
      const option = [...element.options].find(({ label }) => tidy(label) === deed.option);
      if (option === undefined) throw new Error(`No option "${deed.option}"`);
      element.value = option.value;
      for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
    } else if (deed.type === 'drop') {
      const dataTransfer = carried(deed.files);
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    } else if (deed.type === 'give' && element instanceof HTMLInputElement) give(element, deed.files);
    else if (deed.type === 'give' && element instanceof HTMLElement) {
      const { click } = HTMLInputElement.prototype;
      HTMLInputElement.prototype.click = function openDialog(this: HTMLInputElement) {
        give(this, deed.files);
      };
      element.click();
      HTMLInputElement.prototype.click = click;
    }
  }

  function carried(files: readonly CarriedFile[]): DataTransfer {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    return transfer;
  }

  function give(field: HTMLInputElement, files: readonly CarriedFile[]): void {
    field.files = carried(files).files;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }

  let places: ParentNode[] = [document];
  for (const target of path) places = places.flatMap((place) => inside(place, target));
  const elements = places.filter((place) => place instanceof Element);
  // Nobody is as quick as a test: a hand that comes before a part of the page lives is `touch.test.ts`'s subject.
  const isAsleep = (element: Element) => element.closest('astro-island[ssr]') !== null;
  const isEnabled = (element: Element) =>
    !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true' && !isAsleep(element);
  const isOn = (element: Element) =>
    element instanceof HTMLInputElement
      ? element.checked
      : ['aria-pressed', 'aria-selected', 'aria-checked'].some(
          (name) => element.getAttribute(name) === 'true',
        );
  const [only] = elements;
  // What lives once it is seen has to be brought into view before.
  const isTaken = (element: Element) => deed?.type === 'show' || isEnabled(element);
  const isDone = deed !== null && only !== undefined && elements.length === 1 && isTaken(only);
  if (isDone) act(only, deed);
  return elements.map((element) => ({
    name: nameOf(element),
    text: tidy(element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')),
    value: heldBy(element),
    isEnabled: isEnabled(element),
    hasFocus: element === document.activeElement,
    isOn: isOn(element),
    isDone,
    point: pointOf(element),
  }));
}
