import { normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig, envField, fontProviders } from 'astro/config';
import {
  baseLinks,
  COEP_VALUES,
  editorTypes,
  headers,
  inlineScript,
  islandModules,
  links,
  offline,
  packageList,
  pageScripts,
  priceFiles,
  proof,
  reachableTables,
  recordedRuns,
  shippedPackages,
  siteFacts,
  touchDirective,
  unitSpaces,
} from './src/build/index.ts';
import { codeTheme } from './src/kit/code-theme.ts';

/**
 * A letter that comes late is for the next page: swapped in while somebody reads, a heading breaks elsewhere and what
 * stands under it jumps (46 px on the front page of a busy machine).
 */
const fontDisplay = 'optional';
const fontsource = './node_modules/@fontsource-variable';

/** Starlight carries the shell (routes, navigation data, search index); every part that a reader sees is ours. */
const shell = (name) => `./src/site/shell/${name}.astro`;

/** The parts of pages that come to life; what they fetch later is no part of it. */
const islands = islandModules(fileURLToPath(new URL('./src', import.meta.url)));

const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://functielab.example',
  base,
  trailingSlash: 'always',
  srcDir: './src',
  devToolbar: { enabled: false },
  // For page code; `src/build/webcontainer-settings.ts` says what they mean, and refuses a wrong value in words.
  env: {
    schema: {
      WEBCONTAINER_API_KEY: envField.string({ context: 'client', access: 'public', optional: true }),
      WEBCONTAINER_COEP: envField.enum({
        context: 'client',
        access: 'public',
        values: [...COEP_VALUES],
        default: COEP_VALUES[0],
      }),
    },
  },
  markdown: {
    shikiConfig: { theme: codeTheme },
    processor: satteri({
      mdastPlugins: [baseLinks(base), unitSpaces()],
      hastPlugins: [reachableTables()],
    }),
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Atkinson Hyperlegible Next',
      cssVariable: '--font-next',
      fallbacks: ['system-ui', 'sans-serif'],
      options: {
        variants: [
          {
            src: [
              `${fontsource}/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2`,
            ],
            weight: '200 800',
            style: 'normal',
            display: fontDisplay,
          },
        ],
      },
    },
    {
      provider: fontProviders.local(),
      // Amounts alone: what it has no letter for comes from the face of the text, so it has no fallback of its own.
      name: 'Functielab Cijfers',
      cssVariable: '--font-next-figures',
      fallbacks: [],
      optimizedFallbacks: false,
      options: {
        variants: [
          {
            src: ['./src/site/styles/ground/figures.woff2'],
            weight: '200 800',
            style: 'normal',
            display: fontDisplay,
          },
        ],
      },
    },
    {
      provider: fontProviders.local(),
      // The same file, for one sign: a zero in the text looks as it does in an amount beside it.
      name: 'Functielab Nul',
      cssVariable: '--font-next-zero',
      fallbacks: [],
      optimizedFallbacks: false,
      options: {
        variants: [
          {
            src: ['./src/site/styles/ground/figures.woff2'],
            weight: '200 800',
            style: 'normal',
            display: fontDisplay,
            unicodeRange: ['U+30'],
          },
        ],
      },
    },
    {
      provider: fontProviders.local(),
      name: 'Atkinson Hyperlegible Mono',
      cssVariable: '--font-next-mono',
      fallbacks: ['ui-monospace', 'monospace'],
      options: {
        variants: [
          {
            src: [
              `${fontsource}/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2`,
            ],
            weight: '200 800',
            style: 'normal',
            display: fontDisplay,
          },
        ],
      },
    },
  ],
  integrations: [
    proof(),
    recordedRuns(),
    siteFacts(),
    shippedPackages(),
    touchDirective(),
    preact(),
    starlight({
      title: 'Functielab',
      locales: { root: { label: 'Nederlands', lang: 'nl' } },
      disable404Route: true,
      tableOfContents: false,
      expressiveCode: false,
      credits: false,
      customCss: ['./src/site/styles/index.css'],
      markdown: { headingLinks: false },
      components: Object.fromEntries(
        [
          'ContentPanel',
          'Footer',
          'Head',
          'Header',
          'MarkdownContent',
          'PageFrame',
          'PageSidebar',
          'PageTitle',
          'Sidebar',
          'ThemeProvider',
          'TwoColumnContent',
        ].map((name) => [name, shell(name)]),
      ),
    }),
    mdx(),
    // These read what was built, so they come last: loaders, dead links, the host's headers, what a package
    // takes, the offline list.
    pageScripts(),
    links(),
    headers(),
    packageList(),
    offline(),
  ],
  vite: {
    plugins: [inlineScript(), priceFiles(), editorTypes()],
    build: {
      // Astro 7.3 writes a directive of its own at the head of each page with content, and Rolldown warns about each.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    // Every page has the till, so every page has Preact: one file of it packs better than five.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // One sign fewer than usual: each name stands in the offline list of every page, and does not pack.
              entryFileNames: '_astro/[name].[hash:7].js',
              chunkFileNames: '_astro/[name].[hash:7].js',
              codeSplitting: {
                groups: [
                  { name: 'preact', test: /node_modules\/(preact|@preact)\//, priority: 2 },
                  // What pages start by themselves, with all that it imports: every reader gets it at installation, and one
                  // file is a fifth smaller than forty. What pages have besides shares its storage and its prices.
                  {
                    name: 'early',
                    test: (id) =>
                      islands.early.has(normalize(id)) ||
                      /src\/(progress\/marks|till\/index|exercises\/set-in-tab)\.ts$/.test(id),
                    priority: 1.5,
                  },
                  // The same of what waits for a reader.
                  { name: 'islands', test: (id) => islands.touched.has(normalize(id)), priority: 1 },
                  // The page of progress has the ticks too, and needs no file of its own for that.
                  { name: 'steps', test: /src\/(lesson\/steps\/live\.tsx|progress\/(kept-)?ticks\.ts)$/ },
                  // Small, and fetched together: each file apart would be one more line in the offline list.
                  {
                    name: 'kept-visit',
                    test: /src\/till\/visit\/(merge-visits|kept-visit|tab-visit|shelf)\.ts$/,
                  },
                  // Small too, and each name stands in the first piece of every playground.
                  { name: 'code-parts', test: /src\/playground\/code\/(Notices|FileTree|ServiceList)\.tsx$/ },
                  {
                    name: 'host-parts',
                    test: /src\/playground\/hosts\/.*(HostPanel|TerminalShell|DifferenceList)\.tsx$/,
                  },
                  { name: 'reasons', test: /src\/till\/receipt\/(Remarks\.tsx|reasons\.ts)$/ },
                  {
                    name: 'saved-stores',
                    test: /src\/(playground\/model\/saved-stores|kit\/tabs\/claim)\.ts$/,
                  },
                  {
                    name: 'counts',
                    test: /src\/(exercises\/lab\/counts|playground\/model\/until-quiet)\.ts$/,
                  },
                  // Who hands in has all of these, and one file less is one line less in two lists.
                  {
                    name: 'drawn',
                    test: /src\/(exercises\/(fingerprint|fresh-inputs)|platform\/random|review\/twelve\/kept-twelve)\.ts$/,
                  },
                  {
                    name: 'receipt-parts',
                    test: /src\/till\/receipt\/(Remarks|ReceiptPaper|receipts)\.tsx?$/,
                  },
                  { name: 'sharing', test: /src\/sharing\/(index\.ts|LinkToShare\.tsx)$/ },
                  { name: 'painted', test: /src\/(kit\/inline-markdown\.ts|exercises\/paint-code\.tsx)$/ },
                  {
                    name: 'calls',
                    test: /src\/(exercises\/record-calls|progress\/record(ings|ed-calls))\.ts$/,
                  },
                  { name: 'exercise-content', test: /content\/functions\/[^/]+\/(checks\.ts|oplossing\/)/ },
                ],
              },
            },
          },
        },
      },
    },
  },
});
