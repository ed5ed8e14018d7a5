/**
 * The baseline for a console and an observer's screen: shows a key press immediately, sends it to the server, and shows
 * it on every page. The baseline call between two pages uses it too, because it needs a secure page.
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
