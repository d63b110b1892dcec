using MiniApp;

namespace MaxMiniApp;

/// <summary>A chat, as the field <c>chat</c> describes it.</summary>
/// <inheritdoc/>
public sealed class MaxChat : InitDataChat
{
    /// <summary>The kind of chat: <c>type</c>.</summary>
    public MaxChatType Type { get; init; }
}
