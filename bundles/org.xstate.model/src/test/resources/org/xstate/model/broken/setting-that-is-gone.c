scenario(one) { user_tasks(2); }

/* expected:
 * 1:17 no-such-setting no such setting 'user_tasks'
 */
