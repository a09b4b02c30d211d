/*
 * Model C, a strict subset of C with a few macros of xstate.h read as declarations.
 *
 * Two passes over the tokens come before the parser: directives (#include, #define) are turned into the tokens of
 * this grammar, and identifiers that name a type become TYPE_NAME, which makes the grammar free of predicates.
 */
grammar ModelC;

options {
    superClass = org.xstate.model.internal.parse.BoundedParser;
}

@header {
/* Made by ANTLR from ModelC.g4. */
}

tokens { INCLUDE, DEFINE, DEFINE_END, TYPE_NAME, RANGE }

file : item* EOF ;

item
    : INCLUDE STRING                                      # includeItem
    | DEFINE IDENTIFIER expression DEFINE_END             # defineItem
    | TYPEDEF typeSpecifier declarator SEMI               # typedefItem
    | storage* typeSpecifier externalRest                 # externalItem
    | STATIC? IDENTIFIER LPAREN surfaceArguments? RPAREN
      (LPAREN parameters RPAREN)? (block | SEMI)          # surfaceItem
    ;

storage : STATIC | INLINE | CONST | EXTERN | GHOST ;

externalRest
    : SEMI
    | declarator (LPAREN parameters RPAREN (block | SEMI) | (ASSIGN initializer)? (COMMA initDeclarator)* SEMI)
    ;

surfaceArguments : surfaceArgument (COMMA surfaceArgument)* ;

surfaceArgument : expression | typeName ;

parameters : VOID | parameter (COMMA parameter)* ;

parameter : CONST* typeSpecifier declarator ;

declarator : pointer* IDENTIFIER (LBRACKET expression RBRACKET)* ;

pointer : STAR CONST? ;

initDeclarator : declarator (ASSIGN initializer)? ;

initializer
    : expression
    | LBRACE (element (COMMA element)* COMMA?)? RBRACE
    ;

element : (designator ASSIGN)? initializer ;

designator
    : LBRACKET expression (ELLIPSIS expression)? RBRACKET
    | DOT IDENTIFIER
    ;

typeSpecifier
    : VOID
    | integerWord+
    | TYPE_NAME
    | RANGE LPAREN expression COMMA expression RPAREN
    | STRUCT IDENTIFIER? LBRACE member* RBRACE
    | STRUCT IDENTIFIER
    | ENUM IDENTIFIER? LBRACE enumerator (COMMA enumerator)* COMMA? RBRACE
    | ENUM IDENTIFIER
    ;

integerWord : SIGNED | UNSIGNED | CHAR | SHORT | INT | LONG ;

typeName : CONST? typeSpecifier pointer* ;

member : CONST? typeSpecifier memberDeclarator (COMMA memberDeclarator)* SEMI ;

memberDeclarator : declarator (COLON expression)? ;

enumerator : IDENTIFIER (ASSIGN expression)? ;

block : LBRACE blockItem* RBRACE ;

blockItem : localDeclaration | statement ;

localDeclaration : CONST* typeSpecifier initDeclarator (COMMA initDeclarator)* SEMI ;

statement
    : block                                                             # blockStatement
    | simple SEMI                                                       # simpleStatement
    | IF LPAREN expression RPAREN statement (ELSE statement)?           # ifStatement
    | WHILE LPAREN expression RPAREN statement                          # whileStatement
    | DO statement WHILE LPAREN expression RPAREN SEMI                  # doStatement
    | FOR LPAREN forStart expression? SEMI simple? RPAREN statement     # forStatement
    | SWITCH LPAREN expression RPAREN LBRACE switchGroup* RBRACE        # switchStatement
    | RETURN expression? SEMI                                           # returnStatement
    | BREAK SEMI                                                        # breakStatement
    | CONTINUE SEMI                                                     # continueStatement
    | FALLTHROUGH SEMI                                                  # fallthroughStatement
    | GOTO IDENTIFIER SEMI                                              # gotoStatement
    | IDENTIFIER COLON statement                                        # labelStatement
    | ATOMIC block                                                      # atomicStatement
    | SEMI                                                              # emptyStatement
    ;

forStart : CONST* typeSpecifier initDeclarator SEMI | simple? SEMI ;

switchGroup : switchLabel+ statement blockItem* ;

switchLabel : CASE expression COLON | DEFAULT COLON ;

simple
    : step expression
    | expression (assignment expression | step)?
    ;

assignment
    : ASSIGN | PLUS_ASSIGN | MINUS_ASSIGN | STAR_ASSIGN | SLASH_ASSIGN | PERCENT_ASSIGN
    | AND_ASSIGN | OR_ASSIGN | XOR_ASSIGN | SHL_ASSIGN | SHR_ASSIGN
    ;

step : INCREMENT | DECREMENT ;

expression
    : IDENTIFIER LPAREN (expression (COMMA expression)*)? RPAREN        # callExpression
    | IDENTIFIER                                                        # nameExpression
    | NUMBER                                                            # numberExpression
    | STRING                                                            # stringExpression
    | LPAREN expression RPAREN                                          # parenExpression
    | expression LBRACKET expression RBRACKET                           # indexExpression
    | expression access=(DOT | ARROW) IDENTIFIER                        # memberExpression
    | SIZEOF LPAREN typeName RPAREN                                     # sizeofExpression
    | LPAREN typeName RPAREN expression                                 # castExpression
    | op=(MINUS | TILDE | NOT | STAR | AND) expression                  # unaryExpression
    | expression op=(STAR | SLASH | PERCENT) expression                 # binaryExpression
    | expression op=(PLUS | MINUS) expression                           # binaryExpression
    | expression op=(SHL | SHR) expression                              # binaryExpression
    | expression op=(LT | GT | LE | GE) expression                      # binaryExpression
    | expression op=(EQ | NE) expression                                # binaryExpression
    | expression op=AND expression                                      # binaryExpression
    | expression op=XOR expression                                      # binaryExpression
    | expression op=OR expression                                       # binaryExpression
    | expression op=LAND expression                                     # binaryExpression
    | expression op=LOR expression                                      # binaryExpression
    | <assoc = right> expression QUESTION expression COLON expression   # conditionalExpression
    ;

ATOMIC : 'atomic' ;
BREAK : 'break' ;
CASE : 'case' ;
CHAR : 'char' ;
CONST : 'const' ;
CONTINUE : 'continue' ;
DEFAULT : 'default' ;
DO : 'do' ;
ELSE : 'else' ;
ENUM : 'enum' ;
EXTERN : 'extern' ;
FALLTHROUGH : 'fallthrough' ;
FOR : 'for' ;
GHOST : 'ghost' ;
GOTO : 'goto' ;
IF : 'if' ;
INLINE : 'inline' ;
INT : 'int' ;
LONG : 'long' ;
RETURN : 'return' ;
SHORT : 'short' ;
SIGNED : 'signed' ;
SIZEOF : 'sizeof' ;
STATIC : 'static' ;
STRUCT : 'struct' ;
SWITCH : 'switch' ;
TYPEDEF : 'typedef' ;
UNSIGNED : 'unsigned' ;
VOID : 'void' ;
WHILE : 'while' ;

LPAREN : '(' ;
RPAREN : ')' ;
LBRACE : '{' ;
RBRACE : '}' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
SEMI : ';' ;
COMMA : ',' ;
COLON : ':' ;
QUESTION : '?' ;
ELLIPSIS : '...' ;
DOT : '.' ;
ARROW : '->' ;
INCREMENT : '++' ;
DECREMENT : '--' ;
ASSIGN : '=' ;
PLUS_ASSIGN : '+=' ;
MINUS_ASSIGN : '-=' ;
STAR_ASSIGN : '*=' ;
SLASH_ASSIGN : '/=' ;
PERCENT_ASSIGN : '%=' ;
AND_ASSIGN : '&=' ;
OR_ASSIGN : '|=' ;
XOR_ASSIGN : '^=' ;
SHL_ASSIGN : '<<=' ;
SHR_ASSIGN : '>>=' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
PERCENT : '%' ;
TILDE : '~' ;
NOT : '!' ;
AND : '&' ;
OR : '|' ;
XOR : '^' ;
SHL : '<<' ;
SHR : '>>' ;
LAND : '&&' ;
LOR : '||' ;
LT : '<' ;
GT : '>' ;
LE : '<=' ;
GE : '>=' ;
EQ : '==' ;
NE : '!=' ;

IDENTIFIER : [a-zA-Z_] [a-zA-Z_0-9]* ;
NUMBER : [0-9] [a-zA-Z_0-9.]* ;
STRING : '"' ( '\\' ~[\r\n] | ~["\\\r\n] )* '"' ;

SPACE : [ \t\r\n\f]+ -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;
LINE_COMMENT : '//' ~[\r\n]* -> skip ;

/* a whole preprocessor line, with its continuations and the comments in it */
DIRECTIVE : '#' ( '\\' '\r'? '\n' | '/*' .*? '*/' | ~[\r\n] )* ;

/* reported by the pass over the tokens: the lexer itself never fails */
UNEXPECTED : . ;
