package org.xstate.model.internal.parse;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;

/** A parser that gives up on text which is nested so deeply that the stack would end. */
public abstract class BoundedParser extends Parser {

    /** Rules within rules; a block, a statement or a pair of parentheses takes one to three. */
    private static final int MAX_RULES = 400;

    private int rules;

    protected BoundedParser(TokenStream input) {
        super(input);
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        enter();
        super.enterRule(context, state, rule);
    }

    @Override
    public void exitRule() {
        rules--;
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
        enter();
        super.enterRecursionRule(context, state, rule, precedence);
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        rules--;
        super.unrollRecursionContexts(parent);
    }

    private void enter() {
        rules++;
        if (rules > MAX_RULES) {
            throw new TooDeep(getCurrentToken());
        }
    }
}
