/**
 * What somebody might put in a page to have a script run: one entry a mechanism. Each marks the page when it runs, so that
 * the same text shows both that an attack works (without the policy, or without the checks of the island runtime) and
 * that it is stopped. What looks as an attack but runs in no browser without a policy either, is not here.
 */

const MARK = 'data-ran';

/** Code that tells that it ran, from the page itself or from a frame of its origin. It holds no `"`, `<` or `&`. */
const runs = (name: string) => `top.document.documentElement.setAttribute('${MARK}-${name}','')`;

/** An expression for a page: the names of all that ran in it. */
export const whatRan = `document.documentElement.getAttributeNames().flatMap((name) => name.startsWith('${MARK}-') ? [name.slice(${MARK.length + 1})] : [])`;

export interface Injection {
  /** Small letters, digits and hyphens. */
  readonly name: string;
  readonly html: string;
  /** What has to be clicked in it, as a reader might be lured to. */
  readonly click?: string;
}

const data = (type: string, text: string) => `data:${type},${encodeURIComponent(text)}`;
const script = (name: string) => data('text/javascript', runs(name)).replaceAll("'", '%27');
const inFrame = (html: string, attributes = '') =>
  `<iframe ${attributes} srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;

type Make = (name: string) => Omit<Injection, 'name'>;

const IN_THE_PAGE: Readonly<Record<string, Make>> = {
  'script-inline': (name) => ({ html: `<script>${runs(name)}</script>` }),
  'script-data': (name) => ({ html: `<script src="${script(name)}"></script>` }),
  'module-inline': (name) => ({ html: `<script type="module">${runs(name)}</script>` }),
  'module-data': (name) => ({ html: `<script type="module" src="${script(name)}"></script>` }),
  'module-import-data': (name) => ({ html: `<script type="module">import "${script(name)}"</script>` }),
  'script-import-data': (name) => ({ html: `<script>import("${script(name)}")</script>` }),
  'module-after-a-broken-one': (name) => ({
    html: `<script type="module" src="http://[/"></script><script type="module" src="${script(name)}"></script>`,
  }),
  'script-in-svg': (name) => ({ html: `<svg><script>${runs(name)}</script></svg>` }),
  'script-in-svg-data': (name) => ({ html: `<svg><script href="${script(name)}"></script></svg>` }),
  'script-in-shadow': (name) => ({
    html: `<div><template shadowrootmode="open"><script>${runs(name)}</script></template></div>`,
  }),
  'frame-import-map': (name) => ({
    html: inFrame(
      `<script type="importmap">{"imports":{"x":"${script(name)}"}}</script><script type="module">import "x"</script>`,
    ),
  }),
  'module-in-svg-data': (name) => ({
    html: `<svg><script type="module" href="${script(name)}"></script></svg>`,
  }),
  'image-onerror': (name) => ({ html: `<img alt="" src="data:," onerror="${runs(name)}">` }),
  'svg-onload': (name) => ({ html: `<svg onload="${runs(name)}"></svg>` }),
  'frame-onload': (name) => ({ html: `<iframe srcdoc="" onload="${runs(name)}"></iframe>` }),
  'style-onload': (name) => ({ html: `<style onload="${runs(name)}"></style>` }),
  'link-onerror': (name) => ({
    html: `<link rel="stylesheet" href="data:,/" onerror="${runs(name)}" onload="${runs(name)}">`,
  }),
  'script-onerror': (name) => ({ html: `<script src="data:x" onerror="${runs(name)}"></script>` }),
  'button-onclick': (name) => ({
    html: `<button id="${name}" onclick="${runs(name)}"></button>`,
    click: `#${name}`,
  }),
  'link-javascript': (name) => ({
    html: `<a id="${name}" href="javascript:void ${runs(name)}"></a>`,
    click: `#${name}`,
  }),
  'link-javascript-in-disguise': (name) => ({
    html: `<a id="${name}" href=" java&#10;script:void ${runs(name)}"></a>`,
    click: `#${name}`,
  }),
  'link-in-svg': (name) => ({
    html: `<svg><a id="${name}" href="javascript:void ${runs(name)}"><text>x</text></a></svg>`,
    click: `#${name} text`,
  }),
  'form-javascript': (name) => ({
    html: `<form action="javascript:void ${runs(name)}"><button id="${name}"></button></form>`,
    click: `#${name}`,
  }),
  'button-formaction': (name) => ({
    html: `<form><button id="${name}" formaction="javascript:void ${runs(name)}"></button></form>`,
    click: `#${name}`,
  }),
  'frame-javascript': (name) => ({ html: `<iframe src="javascript:void ${runs(name)}"></iframe>` }),
  'frame-script-inline': (name) => ({ html: inFrame(`<script>${runs(name)}</script>`) }),
  'frame-script-data': (name) => ({ html: inFrame(`<script src="${script(name)}"></script>`) }),
  'frame-module-data': (name) => ({ html: inFrame(`<script type="module" src="${script(name)}"></script>`) }),
  'frame-image-onerror': (name) => ({ html: inFrame(`<img src="data:," onerror="${runs(name)}">`) }),
  'frame-with-a-lax-policy': (name) => ({
    html: inFrame(
      `<meta http-equiv="Content-Security-Policy" content="script-src * data: 'unsafe-inline'"><script>${runs(name)}</script>`,
    ),
  }),
  'frame-with-a-lax-sandbox': (name) => ({
    html: inFrame(`<script src="${script(name)}"></script>`, 'sandbox="allow-scripts allow-same-origin"'),
  }),
  'frame-in-frame': (name) => ({ html: inFrame(inFrame(`<script src="${script(name)}"></script>`)) }),
};

export const INJECTIONS: readonly Injection[] = Object.entries(IN_THE_PAGE).map(([name, make]) => ({
  name,
  ...make(name),
}));

/** With the address of a file that only this page knows: what a page makes of a file that a learner chose. */
const WITH_A_BLOB: Readonly<
  Record<string, { readonly type: string; readonly html: (url: string) => string }>
> = {
  'blob-script': { type: 'text/javascript', html: (url) => inFrame(`<script src="${url}"></script>`) },
  'blob-module': {
    type: 'text/javascript',
    html: (url) => inFrame(`<script type="module" src="${url}"></script>`),
  },
  'blob-page': { type: 'text/html', html: (url) => `<iframe src="${url}"></iframe>` },
  'blob-picture': { type: 'image/svg+xml', html: (url) => `<iframe src="${url}"></iframe>` },
  'blob-object': { type: 'image/svg+xml', html: (url) => `<object data="${url}"></object>` },
  'blob-object-page': {
    type: 'text/html',
    html: (url) => `<object type="text/html" data="${url}"></object>`,
  },
  'blob-embed': { type: 'image/svg+xml', html: (url) => `<embed src="${url}">` },
};

/** What the policy should stop and WebKit lets through: a module that is written in a page with an address. */
export const isModuleWithAddress = (name: string): boolean =>
  /^(frame-|blob-)?module(-in-svg-data|-data|-after-a-broken-one)?$/.test(name);

export interface BlobInjection {
  readonly name: string;
  readonly type: string;
  /** The file's content. */
  readonly text: string;
  /** With `URL` where its address belongs. */
  readonly html: string;
}

export const BLOB_INJECTIONS: readonly BlobInjection[] = Object.entries(WITH_A_BLOB).map(
  ([name, { type, html }]) => ({ name, type, text: contentOf(type, name), html: html('URL') }),
);

function contentOf(type: string, name: string): string {
  if (type === 'text/javascript') return runs(name);
  const element = `<script>${runs(name)}</script>`;
  return type === 'text/html' ? element : `<svg xmlns="http://www.w3.org/2000/svg">${element}</svg>`;
}

/** What a page names of an island that is its own, for attacks that abuse one. */
export interface KnownIsland {
  readonly component: string;
  readonly renderer: string;
}

/** An element that has the island runtime import something; the policy trusts what that imports. */
export const ISLANDS: Readonly<Record<string, (name: string, known: KnownIsland) => string>> = {
  'island-component': (name, { renderer }) => island({ component: script(name), renderer }),
  'island-renderer': (name, { component }) => island({ component, renderer: script(name) }),
  'island-before': (name, { component, renderer }) => island({ component, renderer, before: script(name) }),
  'island-property': (name, { component, renderer }) =>
    island({ component, renderer, props: withScript(name) }),
  'island-property-in-disguise': (name, { component, renderer }) =>
    island({ component, renderer, props: withScript(name) }).replace('constructor', '\\u0063onstructor'),
};

/** An island of which the component is the attack itself. */
export const dataIsland = (name: string): string =>
  island({ component: script(name), renderer: script(name) });

/**
 * A property that is an element to Preact: a value of a kind that Astro does not know becomes `undefined`. `__v` is the
 * number by which Preact, minified, tells one element from another.
 */
const withScript = (name: string) => ({
  prompt: [
    0,
    { constructor: [99, 0], type: [0, 'script'], props: [0, { src: [0, script(name)] }], __v: [0, 1] },
  ],
  options: [1, []],
  hints: [1, []],
});

interface IslandParts {
  readonly component: string;
  readonly renderer: string;
  readonly before?: string;
  readonly props?: object;
}

export function island({ component, renderer, before, props = {} }: IslandParts): string {
  const attributes = {
    'component-url': component,
    'component-export': 'Question',
    'renderer-url': renderer,
    ...(before !== undefined && { 'before-hydration-url': before }),
    client: 'load',
    props: JSON.stringify(props),
    opts: '{}',
    ssr: '',
  };
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
  return `<astro-island ${written.join(' ')}></astro-island>`;
}
