/** Whether an address is a loopback address: 127.0.0.0/8 or ::1, also an IPv4 address mapped into IPv6. */
export function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === '::1';
}
