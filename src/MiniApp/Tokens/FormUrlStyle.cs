namespace MiniApp;

/// <summary>The ways of writing a query, which differ only in a space and a tilde.</summary>
[Flags]
internal enum FormUrlStyle
{
    /// <summary>A space is <c>+</c> and a tilde is <c>%7E</c>: PHP's and Java's way.</summary>
    Rfc1738 = 0,

    /// <summary>A space is <c>%20</c>.</summary>
    EscapedSpace = 1,

    /// <summary>A tilde stays. With <c>+</c> for a space, it is Go's way and that of Python's <c>urlencode</c>.</summary>
    PlainTilde = 2,

    /// <summary>A space is <c>%20</c> and a tilde stays.</summary>
    Rfc3986 = EscapedSpace | PlainTilde,
}
