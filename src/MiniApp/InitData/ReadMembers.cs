namespace MiniApp;

/// <summary>Reads what the members of a JSON object say. The object is known to have an id.</summary>
/// <typeparam name="T">What they describe.</typeparam>
internal delegate T ReadMembers<out T>(JsonMembers members);
