import { expect, test } from 'vitest';
import { findRoute } from '../../src/engine/routes.ts';

const api = [
  { functionName: 'lijst', routes: ['GET /taken'] },
  { functionName: 'maak', routes: ['POST /taken'] },
  { functionName: 'een', routes: ['GET /taken/:id', 'DELETE /taken/:id'] },
];

test.each([
  ['GET', '/taken', 'lijst', {}],
  ['POST', '/taken/', 'maak', {}],
  ['DELETE', '/taken/3', 'een', { id: '3' }],
  ['GET', '/taken/caf%C3%A9', 'een', { id: 'café' }],
  ['GET', '/taken/100%', 'een', { id: '100%' }],
])('%s %s goes to %s', (method, path, functionName, params) => {
  expect(findRoute(api, method, path)).toEqual({ kind: 'found', functionName, params });
});

test('a path with other methods names them; another path is nobody’s', () => {
  expect(findRoute(api, 'PUT', '/taken/3')).toEqual({ kind: 'otherMethod', allowed: ['GET', 'DELETE'] });
  expect(findRoute(api, 'GET', '/taak')).toEqual({ kind: 'none' });
  expect(findRoute(api, 'GET', '/taken/3/4')).toEqual({ kind: 'none' });
  expect(findRoute(api, 'GET', '/taken//')).toEqual({ kind: 'found', functionName: 'lijst', params: {} });
});

test('a function without routes takes every request that comes to it', () => {
  expect(findRoute([...api, { functionName: 'rest' }], 'PUT', '/iets')).toMatchObject({
    functionName: 'rest',
  });
});

test('the first that fits answers, and a name in a route stands for one segment that is there', () => {
  const functions = [
    { functionName: 'vast', routes: ['GET /taken/nieuw'] },
    { functionName: 'een', routes: ['GET /taken/:id'] },
    { functionName: 'diep', routes: ['GET /:lijst/:id/delen'] },
  ];
  const found = (path: string) => {
    const result = findRoute(functions, 'GET', path);
    return result.kind === 'found' ? [result.functionName, result.params] : result.kind;
  };
  expect(found('/taken/nieuw')).toEqual(['vast', {}]);
  expect(found('/taken/oud')).toEqual(['een', { id: 'oud' }]);
  expect(found('/a/b/delen')).toEqual(['diep', { lijst: 'a', id: 'b' }]);
  expect(found('/a//delen')).toBe('none');
  expect(found('/taken')).toBe('none');
});

test('a route without a path is that of the root', () => {
  expect(findRoute([{ functionName: 'x', routes: ['GET'] }], 'GET', '/')).toMatchObject({
    functionName: 'x',
  });
});
