export const words = {
  title: 'Sign in',
  lead: 'For the people of the clinic. Families need no account: they open the link that their therapist sends.',
  email: 'Email',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'That email and password do not belong together.',
  wrongNext: 'Check both and try again. If you have forgotten your password, your clinic admin can help.',
  needEmail: 'Enter the email that your clinic registered for you.',
  needPassword: 'Enter your password.',
  demo: {
    opening: 'Opening the demo clinic …',
    failed: 'This demo link did not open',
    failedNext: 'Copy the whole link again from where Earshot was started. Links change with every start.',
    toSignIn: 'Go to the sign-in page',
  },
} as const;
