namespace MiniApp;

/// <summary>The two ways of writing a query that differ only in a space and a tilde.</summary>
internal enum FormUrlStyle
{
    /// <summary>A space is <c>+</c> and a tilde is <c>%7E</c>: PHP's and Java's way.</summary>
    Rfc1738,

    /// <summary>A space is <c>%20</c> and a tilde stays.</summary>
    Rfc3986,
}
