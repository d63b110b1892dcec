namespace Accounts.Linking;

/// <summary>The body of <c>POST /account/links</c>.</summary>
/// <param name="Code">The code from the other platform's screen.</param>
/// <param name="Subject">The user who is meant, such as <c>telegram:42</c>: what is named can't be swapped.</param>
/// <param name="Merge">Whether that user's account may go into this one.</param>
internal sealed record AcceptBody(string Code, string Subject, bool Merge = false);
