knob(publish, PUBLISH_TIF, PUBLISH_WR);
scenario(one) { set(publish, PUBLISH_W); }

/* expected:
 * 2:30 no-such-value knob 'publish' cannot be 'PUBLISH_W' | did you mean 'PUBLISH_WR'?
 */
