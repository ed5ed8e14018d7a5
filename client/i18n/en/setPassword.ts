export const words = {
  opening: 'Opening your link …',
  invitation: {
    title: 'Welcome, {{name}}',
    lead: 'Choose the password that you will sign in with. Nobody else at your clinic can see it.',
  },
  password: {
    title: 'Choose a new password, {{name}}',
    lead: 'The old password stops working, and you are signed out on every device.',
  },
  email: 'Email',
  newPassword: 'Password',
  submit: 'Save and sign in',
  failed: 'The link did not open',
  gone: {
    title: 'This link no longer works',
    text: 'Each link works once and only for a while. This one was already used, was replaced by a newer one, has expired, or is incomplete.',
    next: 'Look for a newer message from your clinic, or ask your clinic admin to send you another link.',
    toSignIn: 'Go to the sign-in page',
  },
} as const;
