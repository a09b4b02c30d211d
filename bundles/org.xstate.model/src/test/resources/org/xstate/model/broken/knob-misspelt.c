knob(publish, PUBLISH_TIF, PUBLISH_WR);
scenario(one) { set(publsh, PUBLISH_WR); }

/* expected:
 * 2:21 no-such-knob no such knob 'publsh' | did you mean 'publish'?
 */
