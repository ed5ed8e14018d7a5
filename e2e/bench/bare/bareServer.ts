/** The baseline for our server: only Socket.IO and SQLite, in a process of its own like ours. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Server } from 'socket.io';
import { BARE_PAGE } from './barePage.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder?');

const store = new SqliteDatabase(join(folder, 'bare.sqlite'));
store.pragma('journal_mode = WAL');
store.pragma('synchronous = FULL');
store.exec('create table facts (seq integer primary key, body text not null) strict');
const insert = store.prepare<[string]>('insert into facts (body) values (?)');

const http = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8').end(BARE_PAGE);
});
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('echo', (input: unknown, ack: (input: unknown) => void) => ack(input));
  socket.on('insert', (input: unknown, ack: (ms: number) => void) => {
    const began = performance.now();
    insert.run(JSON.stringify(input));
    ack(performance.now() - began);
  });
  socket.on('tell', (input: unknown) => io.emit('told', input));
});

http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
