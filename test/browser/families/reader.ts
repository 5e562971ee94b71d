/** A person in front of a browser: what one does and sees, by role and name, in any family. */
import { vi } from 'vitest';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import type { Tab, WindowSize } from './family.ts';
import { carry, type GivenFile, type SavedFile, savedBy } from './files.ts';
import { inFrame } from './frame.ts';
import { type Deed, type Found, hasMissed, look, type Target } from './look.ts';

/** For anything that has to become true. A page that takes longer is broken, also on a slow machine. */
const PATIENCE = { timeout: PATIENCE_MS, interval: 50 };

type Name = string | RegExp;

/** What does not come in time is told where the path asked for it: the look that failed last was begun by a timer. */
function patiently<Result>(look: () => Promise<Result>): Promise<Result> {
  const [, ...calls] = (new Error().stack ?? '').split('\n');
  const frames = calls.filter((call) => !call.includes('/families/reader.ts'));
  return vi.waitFor(look, PATIENCE).catch((error: unknown) => {
    if (error instanceof Error) error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n');
    throw error;
  });
}

/** A part of the page: what is named is looked for inside it alone, and has to be the only one of that name. */
export class Place {
  protected readonly tab: Tab;
  readonly #path: readonly Target[];

  constructor(tab: Tab, path: readonly Target[] = []) {
    this.tab = tab;
    this.#path = path;
  }

  /** The part with that role and name; it need not be there yet. */
  within(role: string, name: Name): Place {
    return new Place(this.tab, this.#to(role, name));
  }

  /** What a frame of the page shows, by its title: a page in a page. */
  frame(title: string): Place {
    return new Place(inFrame(this.tab, title));
  }

  /** Clicks, once it is enabled, stands still, and nothing lies over it. A click that the page evades is made anew. */
  async press(role: string, name: Name): Promise<void> {
    await patiently(async () => {
      const { x, y } = await this.#pointOf(role, name, { type: 'show' });
      await this.#hit(role, name, { type: 'aim' }, () => this.tab.clickAt(x, y));
    });
  }

  /** @throws Error when it is not there any more, takes nothing, or was missed: a hand that comes then does nothing */
  async #hit(role: string, name: Name, aim: Deed, act: () => Promise<void>): Promise<void> {
    const [aimed] = await this.#look(role, name, aim);
    if (!aimed?.isDone) throw new Error(`${role} "${name}" is gone, or takes nothing`);
    await act();
    // Where the click led to another page, there is nobody left to ask.
    const isMissed = await this.tab.evaluate(hasMissed).catch(() => false);
    if (isMissed) throw new Error(`${role} "${name}" moves on`);
  }

  #pointOf(role: string, name: Name, show: Deed): Promise<NonNullable<Found['point']>> {
    let before: Found['point'] = null;
    return this.#until(role, name, show, ({ isEnabled, point }) => {
      const isStill = point !== null && point.x === before?.x && point.y === before.y;
      before = point;
      return isEnabled && isStill ? point : null;
    });
  }

  /** Has it in sight: where there is no room for it, it stands behind a button of the same part. */
  async uncover(role: string, name: Name, behind: string): Promise<void> {
    const isInSight = await patiently(async () => {
      if ((await this.#look(role, name)).length > 0) return true;
      if ((await this.#look('button', behind)).length > 0) return false;
      throw new Error(`There is no ${role} "${name}", and no button "${behind}"`);
    });
    if (!isInSight) await this.press('button', behind);
  }

  /** Scrolls until it stands in the middle of the window. */
  async bringUp(role: string, name: Name): Promise<void> {
    await this.#until(role, name, { type: 'show' }, ({ isDone }) => isDone || null);
  }

  /** Takes hold of the middle of it, and lets go so many CSS px further, or where the window ends. */
  async pull(
    role: string,
    name: Name,
    by: { readonly rightPx: number; readonly downPx: number },
  ): Promise<void> {
    const [width, height] = (await this.tab.evaluate('[innerWidth, innerHeight]')) as [number, number];
    const within = (at: number, end: number) => Math.min(Math.max(at, 1), end - 1);
    await patiently(async () => {
      const { x, y } = await this.#pointOf(role, name, { type: 'show', isWhole: true });
      const drag = () =>
        this.tab.drag(x, y, within(x + by.rightPx, width) - x, within(y + by.downPx, height) - y);
      await this.#hit(role, name, { type: 'aim', isPull: true }, drag);
    });
  }

  /** Puts `text` in the place of all that is in a field, the code editor's included. */
  async fill(role: string, name: Name, text: string): Promise<void> {
    await this.press(role, name);
    // After the first click the editor is loaded, and takes the place of the field with its text and its focus.
    await patiently(async () => {
      await this.tab.selectAll();
      await this.#look(role, name, { type: 'insert', text });
      const [{ value } = { value: null }] = await this.#look(role, name);
      if (value !== text) throw new Error(`${role} "${name}" holds ${value}`);
    });
  }

  /** Picks from a list, by what the option says. */
  async choose(role: string, name: Name, option: string): Promise<void> {
    await this.#until(role, name, { type: 'choose', option }, ({ isDone }) => isDone || null);
  }

  /** Lets go of files above a part of the page. */
  async drop(role: string, name: Name, ...files: readonly GivenFile[]): Promise<void> {
    await this.#until(role, name, { type: 'drop', files: files.map(carry) }, ({ isDone }) => isDone || null);
  }

  /** Chooses files in the dialog of a file field, which is a `button`, or of a button that opens one. */
  async give(role: string, name: Name, ...files: readonly GivenFile[]): Promise<void> {
    await this.#until(role, name, { type: 'give', files: files.map(carry) }, ({ isDone }) => isDone || null);
  }

  /** Presses what saves a file. @returns what the page gave to the browser to save */
  async saves(role: string, name: Name): Promise<SavedFile> {
    return savedBy(this.tab, () => this.press(role, name));
  }

  /** Waits until it is there and says so. @returns all that it says, with single spaces */
  sees(role: string, name: Name, what: Name = ''): Promise<string> {
    return this.#until(role, name, null, ({ text }) => (says(text, what) ? text : null));
  }

  /** Waits until it is there, and what it says differs. @returns all that it says */
  seesOtherThan(role: string, name: Name, before: string): Promise<string> {
    return this.#until(role, name, null, ({ text }) => (text === before ? null : text));
  }

  /** Waits until a field holds that. */
  async seesIn(role: string, name: Name, what: Name): Promise<void> {
    await this.#until(role, name, null, ({ value }) => says(value, what) || null);
  }

  /** @returns names of all of that role that are there now, in their order */
  async namesOf(role: string): Promise<readonly string[]> {
    return (await this.#look(role, null)).map(({ name }) => name);
  }

  /** Waits until a field is there. @returns what it holds */
  valueOf(role: string, name: Name): Promise<string> {
    return this.#until(role, name, null, ({ value }) => value);
  }

  /** Waits until it is there and takes nothing. */
  async seesDisabled(role: string, name: Name): Promise<void> {
    await this.#until(role, name, null, ({ isEnabled }) => !isEnabled || null);
  }

  /** Waits until keys go to it. */
  async seesFocus(role: string, name: Name): Promise<void> {
    await this.#until(role, name, null, ({ hasFocus }) => hasFocus || null);
  }

  /** Waits until it is ticked, pressed or chosen. */
  async seesOn(role: string, name: Name): Promise<void> {
    await this.#until(role, name, null, ({ isOn }) => isOn || null);
  }

  /** Waits until it is there, and is not ticked, pressed or chosen. */
  async seesOff(role: string, name: Name): Promise<void> {
    await this.#until(role, name, null, ({ isOn }) => !isOn || null);
  }

  /** Waits until there are so many of that role; 0 for what has to go, or never to come. */
  async seesCount(role: string, name: Name | null, count: number): Promise<void> {
    await patiently(async () => {
      const { length } = await this.#look(role, name);
      if (length !== count) throw new Error(`There are ${length} of ${role} ${name ?? ''}, not ${count}`);
    });
  }

  /** @throws Error when our patience ends, with what was there instead */
  #until<Result>(
    role: string,
    name: Name,
    deed: Deed | null,
    read: (found: Found) => Result | null,
  ): Promise<Result> {
    return patiently(async () => {
      const all = await this.#look(role, name, deed);
      const [found] = all;
      if (found === undefined) throw new Error(`There is no ${role} "${name}"`);
      if (all.length > 1) throw new Error(`There are ${all.length} of ${role} "${name}"`);
      const result = read(found);
      if (result === null) throw new Error(`Not so yet: ${role} "${name}" is ${JSON.stringify(found)}`);
      return result;
    });
  }

  #look(role: string, name: Name | null, deed: Deed | null = null): Promise<Found[]> {
    const path = JSON.stringify(this.#to(role, name));
    // A hand that looks for something moves, and a page comes to life at that.
    return this.tab.evaluate(
      `(dispatchEvent(new PointerEvent('pointermove')), (${look})(${path}, ${JSON.stringify(deed)}))`,
    ) as Promise<Found[]>;
  }

  #to(role: string, name: Name | null): Target[] {
    const asData = name instanceof RegExp ? { source: name.source, flags: name.flags } : name;
    return [...this.#path, { role, name: asData }];
  }
}

const says = (text: string, what: Name) => (typeof what === 'string' ? text.includes(what) : what.test(text));

export class Reader extends Place {
  readonly #siteUrl: string;

  constructor(tab: Tab, siteUrl: string) {
    super(tab);
    this.#siteUrl = siteUrl;
  }

  /** @param address under the site's base, or a whole one, such as a link that was shared */
  open(address: string): Promise<void> {
    return this.tab.goto(new URL(address, this.#siteUrl).href);
  }

  reload(): Promise<void> {
    return this.tab.reload();
  }

  /** What the page itself knows, and no reader sees. @returns the value of an expression, which survives JSON */
  evaluate(expression: string): Promise<unknown> {
    return this.tab.evaluate(expression);
  }

  /** The same person in a second tab, copied from this one. It closes with this one. */
  async copy(): Promise<Reader> {
    return new Reader(await this.tab.copy(), this.#siteUrl);
  }

  /** Goes back as the button of the browser does, which no driver waits for in the same way. */
  async back(): Promise<void> {
    await this.go(-1);
  }

  /** So many pages back (below zero) or forth at once, as the list under that button does. */
  async go(pages: number): Promise<void> {
    // Only then, so that the driver has its answer before the page is gone.
    await this.tab.evaluate(`void setTimeout(() => history.go(${pages}))`);
  }

  /** The tab's process ends under the page; `open` begins a new one in the same tab. */
  crash(): Promise<void> {
    return this.tab.crash();
  }

  /** A key for whatever has focus. */
  key(name: string): Promise<void> {
    return this.tab.press(name);
  }

  resize(size: WindowSize): Promise<void> {
    return this.tab.resize(size);
  }
}
