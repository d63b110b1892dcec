namespace Accounts;

/// <summary>The body of <c>POST /account/notes</c>.</summary>
internal sealed record NewNote(string Text);
