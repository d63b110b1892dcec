using System.Text.Json.Serialization;
using MiniApp;

namespace MaxMiniApp;

/// <summary>The kind of a chat: the value of <c>type</c> inside <c>chat</c>. A kind that is not listed here is kept as it is.</summary>
[JsonConverter(typeof(TolerantOpenValueJsonConverter<MaxChatType>))]
public readonly record struct MaxChatType : IOpenValue<MaxChatType>
{
    private readonly string? _value;

    /// <summary>The kind of that name.</summary>
    /// <param name="value">MAX's name for it, compared ordinally.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    public MaxChatType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length > 0 ? value : null;
    }

    /// <summary>A dialog of two: <c>DIALOG</c>.</summary>
    public static MaxChatType Dialog => new("DIALOG");

    /// <summary>MAX's name for the kind; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>MAX's name for the kind.</summary>
    public override string ToString() => Value;

    static MaxChatType IOpenValue<MaxChatType>.Create(string value) => new(value);
}
