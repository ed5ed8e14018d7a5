/**
 * The bare counterpart of a console and of an observer's screen: a key press is shown at once, told to the server, and
 * shown on every page that is told. A call between two pages needs a secure page to stand on and uses this one too.
 */
export const BARE_PAGE = `<!doctype html>
<meta charset="utf-8" />
<title>Bare</title>
<p>Own: <output id="own">0</output></p>
<p>Told: <output id="told">0</output></p>
<script src="/socket.io/socket.io.js"></script>
<script>
  const socket = io({ transports: ['websocket'] });
  const own = document.getElementById('own');
  const told = document.getElementById('told');
  addEventListener('keydown', () => {
    own.textContent = String(Number(own.textContent) + 1);
    socket.emit('tell', own.textContent);
  });
  socket.on('told', (count) => (told.textContent = count));
  socket.on('connect', () => (document.title = 'Ready'));
</script>
`;
