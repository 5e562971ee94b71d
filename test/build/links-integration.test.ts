import { describe, expect, test } from 'vitest';
import { readPages } from '../../src/build/html.ts';
import { deadLinks } from '../../src/build/links-integration.ts';
import { html, type SiteFiles, siteFolder } from './site-folder.ts';

function check(files: SiteFiles, base = '/') {
  const root = siteFolder(files);
  return deadLinks(readPages(root), root, base).map(({ file, link, why }) => `${file}: ${link}: ${why}`);
}

describe('a dead link', () => {
  test('links to pages, files, fragments, other sites and mail are alive', () => {
    const home = html(`
      <a href="/lessen/een/">Les 1</a> <a href="lessen/een/#kop">Kop</a> <a href="#hier">Hier</a> <p id="hier"></p>
      <a href="#top">Boven</a> <a href="https://example.org/weg/">Elders</a> <a href="mailto:a@example.org">Mail</a>
      <img src="data:,x" alt=""> <a href="/lessen/een/?q=1#kop%C3%A9">é</a>`);
    const lesson = html(
      '<h2 id="kop">Kop</h2><h2 id="kopé">é</h2><a href="../../">Terug</a><a href="">Hier</a>',
    );
    expect(check({ 'index.html': home, 'lessen/een/index.html': lesson })).toEqual([]);
  });

  test.each([
    ['<a href="/lessen/twee/">', '/lessen/twee/: dit bestand is er niet'],
    ['<a href="/lessen/een">', '/lessen/een: het adres van een pagina eindigt op een schuine streep'],
    ['<a href="/lessen/een/#weg">', '/lessen/een/#weg: op lessen/een/index.html heeft niets het id "weg"'],
    ['<a href="#weg">', '#weg: op index.html heeft niets het id "weg"'],
    ['<img src="/weg.png" alt="">', '/weg.png: dit bestand is er niet'],
    ['<img srcset="/favicon.svg 1x, /weg.png 2x" alt="">', '/weg.png: dit bestand is er niet'],
    ['<script src="/weg.js"></script>', '/weg.js: dit bestand is er niet'],
    ['<noscript><a href="/weg/">x</a></noscript>', '/weg/: dit bestand is er niet'],
    ['<template><a href="/weg/">x</a></template>', '/weg/: dit bestand is er niet'],
  ])('%s', (body, problem) => {
    const files = { 'index.html': html(body), 'lessen/een/index.html': html(''), 'favicon.svg': '<svg/>' };
    expect(check(files)).toEqual([`index.html: ${problem}`]);
  });

  test('under a base path, a link that forgets it is dead', () => {
    const files = {
      'index.html': html('<a href="/cursus/lessen/een/">goed</a> <a href="/lessen/een/">fout</a>'),
      'lessen/een/index.html': html('<a href="../../">Terug</a>'),
    };
    expect(check(files, '/cursus/')).toEqual(['index.html: /lessen/een/: dit ligt buiten /cursus/']);
  });
});

test('a fragment that sets a page up needs no element', () => {
  const files = {
    'index.html': html('<a href="/maand/#dag=1000&amp;ms=1">maand</a><a href="/maand/#nergens">fout</a>'),
    'maand/index.html': html('<h1>Maand</h1>'),
  };
  expect(check(files).map((line) => line.includes('nergens'))).toEqual([true]);
});
