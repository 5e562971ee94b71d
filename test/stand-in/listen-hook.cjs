/**
 * Loaded into every Node program of a container, before the program itself. A program that listens on port 3000 gets a
 * free port instead and believes that it has 3000; the stand-in hears of it and shows it through a preview.
 *
 * CommonJS, and nothing at all in a worker: so a program starts as it would without this file.
 */
'use strict';
const { isMainThread } = require('node:worker_threads');

if (isMainThread && process.env.STAND_IN_PORTS) hook(Number(process.env.STAND_IN_PORTS));

// A pipe in place of a terminal never echoes and never cuts: it is raw already.
if (isMainThread && process.env.STAND_IN_PIPES) {
  require('node:net').Socket.prototype.setRawMode ??= function () {
    return this;
  };
}

/** @param registryPort where the stand-in keeps this container's ports */
function hook(registryPort) {
  const net = require('node:net');
  const { connect } = net.Socket.prototype;
  const { address, close, listen } = net.Server.prototype;
  /** From the port that a program asked for to the one that it got, within this process. */
  const realPorts = new Map();
  const wantedPorts = new WeakMap();
  const registry = openRegistry((socket) => connect.call(socket, registryPort, '127.0.0.1'));

  net.Server.prototype.listen = function (...args) {
    const wanted = wantedPort(args);
    if (wanted === null) return listen.apply(this, args);
    const last = args.at(-1);
    if (typeof last === 'function') this.once('listening', last);
    if (wanted === 0) reallyListen(this, 0);
    else
      registry.claim(wanted, (isFree) => {
        if (isFree) reallyListen(this, wanted);
        else this.emit('error', addressInUse(wanted));
      });
    return this;
  };

  // Not at the event: a port is free at once, the event waits for the last connection.
  net.Server.prototype.close = function (...args) {
    const wanted = wantedPorts.get(this);
    if (wanted !== undefined) {
      wantedPorts.delete(this);
      realPorts.delete(wanted);
      registry.send({ type: 'close', port: wanted });
    }
    return close.apply(this, args);
  };

  net.Server.prototype.address = function () {
    const real = address.call(this);
    const wanted = wantedPorts.get(this);
    return wanted === undefined || real === null ? real : { ...real, port: wanted };
  };

  net.Socket.prototype.connect = function (...args) {
    const normalized = Array.isArray(args[0]) ? args[0] : net._normalizeArgs(args);
    const options = normalized[0];
    const real = isLocal(options.host) ? realPorts.get(Number(options.port)) : undefined;
    if (real !== undefined) normalized[0] = { ...options, host: '127.0.0.1', port: real };
    return connect.call(this, normalized);
  };

  function reallyListen(server, wanted) {
    // Before the program's own listeners, so that they already see the port that it asked for.
    server.prependOnceListener('listening', () => {
      const real = address.call(server).port;
      const shown = wanted || real;
      wantedPorts.set(server, shown);
      realPorts.set(shown, real);
      registry.send({ type: 'open', port: shown, real });
    });
    listen.call(server, 0, '127.0.0.1');
  }

  /** The connection opens at the first port and closes with the process: so the stand-in knows when it is gone. */
  function openRegistry(open) {
    const waiting = new Map();
    let socket;
    function send(message) {
      if (socket === undefined) {
        socket = new net.Socket();
        socket.setEncoding('utf8').on('error', () => {});
        let rest = '';
        socket.on('data', (text) => {
          const lines = (rest + text).split('\n');
          rest = lines.pop();
          for (const line of lines) answer(JSON.parse(line));
        });
        open(socket);
        socket.unref();
      }
      socket.write(`${JSON.stringify(message)}\n`);
    }
    function answer({ port, isFree }) {
      const then = waiting.get(port)?.shift();
      if ([...waiting.values()].every((queue) => queue.length === 0)) socket.unref();
      then?.(isFree);
    }
    return {
      send,
      claim(port, then) {
        waiting.set(port, [...(waiting.get(port) ?? []), then]);
        send({ type: 'claim', port });
        // A program that is about to listen has a reason to live.
        socket.ref();
      },
    };
  }
}

/** @returns null for what is no port: a path, a handle, or a mistake that Node itself should name */
function wantedPort([first]) {
  if (first === undefined || first === null || typeof first === 'function') return 0;
  const isObject = typeof first === 'object';
  if (isObject && (!('port' in first) || first.path !== undefined || first.fd >= 0)) return null;
  const port = Number(isObject ? (first.port ?? 0) : first);
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? port : null;
}

function isLocal(host) {
  return host === undefined || ['localhost', '127.0.0.1', '0.0.0.0', '::1', '::'].includes(host);
}

function addressInUse(port) {
  return Object.assign(new Error(`listen EADDRINUSE: address already in use :::${port}`), {
    code: 'EADDRINUSE',
    errno: -98,
    syscall: 'listen',
    address: '::',
    port,
  });
}
