namespace MiniApp;

/// <summary>A value out of a list that a platform adds to without notice. One that is not documented is kept as it is.</summary>
/// <typeparam name="TSelf">The list's type, whose <see langword="default"/> is the empty name.</typeparam>
public interface IOpenValue<TSelf>
    where TSelf : struct, IOpenValue<TSelf>
{
    /// <summary>The platform's name for it; empty for <see langword="default"/>.</summary>
    string Value { get; }

    /// <summary>The value of that name.</summary>
    /// <param name="value">The platform's name for it, compared ordinally.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    static abstract TSelf Create(string value);
}
