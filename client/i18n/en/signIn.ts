export const words = {
  title: 'Sign in',
  lead: 'This page is for clinic staff. Families don’t need an account: they open the link that their therapist sends.',
  email: 'Email',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'That email and password don’t match.',
  wrongNext: 'Check both and try again. If you forgot your password, ask your clinic admin.',
  needEmail: 'Enter the email address that your clinic registered for you.',
  needPassword: 'Enter your password.',
  demo: {
    opening: 'Opening the demo clinic …',
    failed: 'This demo link didn’t work',
    failedNext:
      'Copy the whole link again from the terminal where Earshot was started. The links change every time that it starts.',
    toSignIn: 'Go to the sign-in page',
  },
} as const;
