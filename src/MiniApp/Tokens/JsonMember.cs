using System.Runtime.InteropServices;

namespace MiniApp;

/// <summary>Where one member stands in the text of its JSON object: the name between its quotation marks, the value with its own.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonMember(int NameStart, int NameLength, bool IsNameEscaped, int ValueStart, int ValueLength, bool IsValueEscaped);
