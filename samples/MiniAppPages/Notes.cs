using System.Collections.Concurrent;
using MiniApp;

namespace MiniAppPages;

/// <summary>What the users have written: one note each, while the process lives.</summary>
internal sealed class Notes
{
    private readonly ConcurrentDictionary<MiniAppSubject, string> _notes = new();

    public string? Find(MiniAppSubject user) => _notes.GetValueOrDefault(user);

    public void Keep(MiniAppSubject user, string text) => _notes[user] = text;
}
