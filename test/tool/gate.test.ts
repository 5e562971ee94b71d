/** Who may ask anything of the tool's server: what a browser, a program and a stranger send, and what each of them gets. */
import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { judge, otherCookies } from '../../src/tool/server/gate.ts';

const lock = { port: 4400, token: 'de-sleutel' };
const HOST = '127.0.0.1:4400';
const known = { host: HOST, 'x-functielab': 'de-sleutel' };

function verdictOn(headers: IncomingHttpHeaders, url = '/taken?a=1&b', method = 'GET') {
  return judge({ headers, url, method }, lock);
}

describe('is let through, with the path as it was asked', () => {
  test.each<[string, IncomingHttpHeaders]>([
    ['a program with the key', known],
    ['by the other name of this computer', { ...known, host: 'localhost:4400' }],
    ['a browser with the cookie', { host: HOST, cookie: 'a=1; functielab-4400=de-sleutel' }],
    [
      'a page of these functions that posts',
      {
        host: HOST,
        cookie: 'functielab-4400=de-sleutel',
        origin: `http://${HOST}`,
        'sec-fetch-site': 'same-origin',
      },
    ],
    ['an address that was typed', { ...known, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
  ])('%s', (_, headers) => {
    expect(verdictOn(headers)).toEqual({ kind: 'allowed', target: '/taken?a=1&b' });
  });

  test('a program with the key in the address, which the function does not see', () => {
    expect(verdictOn({ host: HOST }, '/taken?a=1&functielab=de-sleutel&b=%20x')).toEqual({
      kind: 'allowed',
      target: '/taken?a=1&b=%20x',
    });
  });
});

describe('is refused', () => {
  const cookie = 'functielab-4400=de-sleutel';
  test.each<[string, IncomingHttpHeaders, number, string]>([
    ['without a key', { host: HOST }, 401, 'NO_TOKEN'],
    ['with another key', { host: HOST, 'x-functielab': 'de-sleuteL' }, 401, 'NO_TOKEN'],
    ['with an empty key', { host: HOST, 'x-functielab': '' }, 401, 'NO_TOKEN'],
    [
      'with the cookie of another port',
      { host: HOST, cookie: 'functielab-4401=de-sleutel' },
      401,
      'NO_TOKEN',
    ],
    ['a name that was made to point here', { ...known, host: 'kwaad.example:4400' }, 403, 'OTHER_HOST'],
    ['a name that begins as ours', { ...known, host: '127.0.0.1.kwaad.example:4400' }, 403, 'OTHER_HOST'],
    ['our name with another port', { ...known, host: '127.0.0.1:80' }, 403, 'OTHER_HOST'],
    ['without a name', { 'x-functielab': 'de-sleutel' }, 403, 'OTHER_HOST'],
    ['a form of another site', { host: HOST, cookie, origin: 'https://kwaad.example' }, 403, 'OTHER_SITE'],
    ['a frame without an origin', { host: HOST, cookie, origin: 'null' }, 403, 'OTHER_SITE'],
    ['a page on another port', { host: HOST, cookie, origin: 'http://127.0.0.1:4401' }, 403, 'OTHER_SITE'],
    ['a picture on another port', { host: HOST, cookie, 'sec-fetch-site': 'same-site' }, 403, 'OTHER_SITE'],
    [
      'a link from another site, by who was here before',
      { host: HOST, cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
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

describe('the address in the terminal', () => {
  const address = '/taken?functielab=de-sleutel&a=1';
  test.each<[string, IncomingHttpHeaders]>([
    ['typed', { host: HOST, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    [
      'pressed in a terminal that is a page',
      { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ],
    ['in a browser that tells nothing', { host: HOST, accept: 'text/html,*/*' }],
  ])('%s gives a browser the cookie, strict and for no script, and goes on without the key', (_, headers) => {
    expect(verdictOn(headers, address)).toEqual({
      kind: 'welcome',
      target: '/taken?a=1',
      cookie: 'functielab-4400=de-sleutel; HttpOnly; SameSite=Strict; Path=/',
    });
  });

  test('with another key gives nothing', () => {
    const asked = { host: HOST, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
    expect(verdictOn(asked, '/?functielab=x')).toEqual({ kind: 'refused', status: 401, code: 'NO_TOKEN' });
  });

  test('is of no use to a page elsewhere that fetches it', () => {
    const asked = { host: HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect(verdictOn(asked, address)).toMatchObject({ kind: 'refused', code: 'OTHER_SITE' });
  });
});

test('a function gets the cookies that are its own', () => {
  expect(otherCookies('a=1; functielab-4400=de-sleutel; b=x=y', lock)).toBe('a=1; b=x=y');
  expect(otherCookies('functielab-4400=de-sleutel', lock)).toBeNull();
});
