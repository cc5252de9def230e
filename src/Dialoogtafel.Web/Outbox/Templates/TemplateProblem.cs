namespace Dialoogtafel.Web.Outbox.Templates;

/// <summary>One thing that is wrong in a template, in words for the organiser.</summary>
/// <param name="File">Folder and name, for example <c>nl/uitnodiging.md</c>.</param>
/// <param name="Line">Counted from 1; 0 when the file as a whole is meant.</param>
/// <param name="Message">Dutch.</param>
public sealed record TemplateProblem(string File, int Line, string Message)
{
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}, regel {Line}: {Message}";
}

/// <summary>One or more templates cannot be used. The message names each file and line, in Dutch.</summary>
public sealed class MailTemplateException(IReadOnlyList<TemplateProblem> problems)
    : Exception(
        "Er klopt iets niet in de mailteksten:\n" + string.Join("\n", problems.Select(problem => "- " + problem))
    )
{
    public IReadOnlyList<TemplateProblem> Problems { get; } = problems;
}
