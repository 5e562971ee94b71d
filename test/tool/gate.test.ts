/** Who may ask anything of the tool's server: what a browser, a program and a stranger send, and what each of them gets. */
import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { judge, otherCookies } from '../../src/tool/server/gate.ts';

const lock = { port: 4400, token: 'de-sleutel', tabKey: 'van-tabs' };
const HOST = '127.0.0.1:4400';
/** The other name of this computer: for a function in a tab. */
const TABS = 'localhost:4400';
const known = { host: HOST, 'x-functielab': 'de-sleutel' };

function verdictOn(headers: IncomingHttpHeaders, url = '/taken?a=1&b', method = 'GET') {
  return judge({ headers, url, method }, lock);
}

describe('is let through, with the path as it was asked', () => {
  test.each<[string, IncomingHttpHeaders]>([
    ['a program with the key', known],
    ['by the other name of this computer', { ...known, host: TABS }],
    ['the page of the laboratory', { ...known, origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }],
    ['a tab with the cookie', { host: TABS, cookie: 'a=1; functielab-4400=van-tabs' }],
    [
      'a page of these functions that posts',
      {
        host: TABS,
        cookie: 'functielab-4400=van-tabs',
        origin: `http://${TABS}`,
        'sec-fetch-site': 'same-origin',
      },
    ],
    ['an address that was typed', { ...known, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
  ])('%s', (_, headers) => {
    expect(verdictOn(headers)).toEqual({ kind: 'allowed', target: '/taken?a=1&b' });
  });

  test('to the page of the laboratory, who has no key: nothing of a folder is in it', () => {
    const page = { kind: 'page', path: '/_functielab/' };
    expect(verdictOn({ host: HOST }, '/_functielab/')).toEqual(page);
    const link = { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(verdictOn({ ...link, 'sec-fetch-dest': 'document' }, '/_functielab/')).toEqual(page);
    expect(verdictOn({ host: HOST }, '/_functielab/lab/main.js')).toMatchObject({ kind: 'page' });
  });
});

describe('is refused', () => {
  const cookie = 'functielab-4400=van-tabs';
  const everyCookie = `${cookie}; functielab-4400=de-sleutel`;
  test.each<[string, IncomingHttpHeaders, number, string]>([
    ['without a key', { host: HOST }, 401, 'NO_TOKEN'],
    ['with another key', { host: HOST, 'x-functielab': 'de-sleuteL' }, 401, 'NO_TOKEN'],
    ['with an empty key', { host: HOST, 'x-functielab': '' }, 401, 'NO_TOKEN'],
    ['with a cookie, at the laboratory', { host: HOST, cookie: everyCookie }, 401, 'NO_TOKEN'],
    ['with the key of tabs as a header', { host: TABS, 'x-functielab': 'van-tabs' }, 401, 'NO_TOKEN'],
    ['with the key as a cookie', { host: TABS, cookie: 'functielab-4400=de-sleutel' }, 401, 'NO_TOKEN'],
    ['with the cookie of another port', { host: TABS, cookie: 'functielab-4401=van-tabs' }, 401, 'NO_TOKEN'],
    ['a name that was made to point here', { ...known, host: 'kwaad.example:4400' }, 403, 'OTHER_HOST'],
    ['a name that begins as ours', { ...known, host: '127.0.0.1.kwaad.example:4400' }, 403, 'OTHER_HOST'],
    ['our name with another port', { ...known, host: '127.0.0.1:80' }, 403, 'OTHER_HOST'],
    ['without a name', { 'x-functielab': 'de-sleutel' }, 403, 'OTHER_HOST'],
    ['a form of another site', { host: TABS, cookie, origin: 'https://kwaad.example' }, 403, 'OTHER_SITE'],
    ['a frame without an origin', { host: TABS, cookie, origin: 'null' }, 403, 'OTHER_SITE'],
    ['a page on another port', { host: TABS, cookie, origin: 'http://localhost:4401' }, 403, 'OTHER_SITE'],
    ['a tab of a function, at the laboratory', { ...known, origin: `http://${TABS}` }, 403, 'OTHER_SITE'],
    ['a picture on another port', { host: TABS, cookie, 'sec-fetch-site': 'same-site' }, 403, 'OTHER_SITE'],
    [
      'a link from another site, by who was here before',
      { host: TABS, cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      403,
      'OTHER_SITE',
    ],
  ])('%s', (_, headers, status, code) => {
    expect(verdictOn(headers)).toEqual({ kind: 'refused', status, code });
  });

  test.each(['//kwaad.example/', 'http://kwaad.example/', '/a\\b', '*', '', 'taken', '/a b'])(
    'the target %j, which is no path of ours',
    (target) => {
      expect(verdictOn(known, target)).toEqual({ kind: 'refused', status: 400, code: 'BAD_TARGET' });
    },
  );
});

test.each([
  ['the desk', '/_functielab/usage', { host: TABS, cookie: 'functielab-4400=van-tabs' }, 401],
  [
    'the line of a page',
    '/_functielab/line?page=abcdefgh',
    { host: TABS, cookie: 'functielab-4400=van-tabs' },
    401,
  ],
  ['the page of the laboratory, at the other name', '/_functielab/', { host: TABS }, 401],
  ['the desk, with the key of tabs', '/_functielab/usage?functielab=van-tabs', { host: TABS }, 401],
  [
    'the page of the laboratory, in a frame',
    '/_functielab/',
    { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    403,
  ],
  [
    'a file of that page, as a script of another site',
    '/_functielab/lab/main.js',
    { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    403,
  ],
])('%s is not for who has no more than that', (_, url, headers, status) => {
  expect(verdictOn(headers, url)).toMatchObject({ kind: 'refused', status });
});

describe('the address of a function in a tab', () => {
  const address = '/taken?functielab=van-tabs&a=1';
  test.each<[string, IncomingHttpHeaders]>([
    ['typed', { host: TABS, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    [
      'pressed in the laboratory',
      {
        host: TABS,
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
    ],
    ['in a browser that tells nothing', { host: TABS, accept: 'text/html,*/*' }],
  ])('%s gives a browser the cookie, strict and for no script, and goes on without the key', (_, headers) => {
    expect(verdictOn(headers, address)).toEqual({
      kind: 'welcome',
      target: '/taken?a=1',
      cookie: 'functielab-4400=van-tabs; HttpOnly; SameSite=Strict; Path=/',
    });
  });

  test.each(['x', 'de-sleutel'])('with %s as its key gives nothing', (key) => {
    const asked = { host: TABS, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
    expect(verdictOn(asked, `/?functielab=${key}`)).toEqual({
      kind: 'refused',
      status: 401,
      code: 'NO_TOKEN',
    });
  });

  test('gives nothing at the name of the laboratory', () => {
    const asked = { host: HOST, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
    expect(verdictOn(asked, address)).toEqual({ kind: 'refused', status: 401, code: 'NO_TOKEN' });
  });

  test('is of no use to a page elsewhere that fetches it', () => {
    const asked = { host: TABS, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect(verdictOn(asked, address)).toMatchObject({ kind: 'refused', code: 'OTHER_SITE' });
  });
});

test('a function gets the cookies that are its own', () => {
  expect(otherCookies('a=1; functielab-4400=de-sleutel; b=x=y', lock)).toBe('a=1; b=x=y');
  expect(otherCookies('functielab-4400=de-sleutel', lock)).toBeNull();
});
