export const words = {
  title: 'Sign in',
  lead: 'This page is for clinic staff. Families don’t need an account: they open the link that their therapist sends.',
  email: 'Email',
  password: 'Password',
  submit: 'Sign in',
  passkey: 'Use a passkey',
  wrong: 'That email and password don’t match.',
  wrongNext: 'Check both and try again. If you forgot your password, ask your clinic admin.',
  wrongNextMail: 'Check both and try again. If you forgot your password, ask for a new one below.',
  needEmail: 'Enter the email address that your clinic registered for you.',
  needPassword: 'Enter your password.',
  forgot: {
    open: 'Forgot your password?',
    title: 'Get a new password',
    lead: 'We’ll email you a link. Use it to choose a new password.',
    submit: 'Send the link',
    askedTitle: 'Check your email',
    asked:
      'If {{email}} has an account here, a message with a link is on its way. If nothing comes within a few minutes, check the address and your spam folder, or ask your clinic admin.',
    back: 'Back to sign-in',
  },
  demo: {
    opening: 'Opening the demo clinic …',
    failed: 'This demo link didn’t work',
    failedNext:
      'Copy the whole link again from the terminal where Earshot was started. The links change every time that it starts.',
    toSignIn: 'Go to the sign-in page',
  },
} as const;
