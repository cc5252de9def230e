using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Dialoogtafel.Web.Tests.Architecture;

/// <summary>Each field of a form in which a mail address is typed reads it by the one rule.</summary>
public sealed partial class AddressFieldTests
{
    /// <summary>Named like one, and something else: a street, or where the site is.</summary>
    private static readonly string[] NoMailAddress =
    [
        "TableForm.Address",
        "NewSeriesForm.Address",
        "SendingForm.BaseAddress",
    ];

    private static readonly Type[] Forms =
    [
        .. typeof(Program)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract)
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            )
            .SelectMany(action => action.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Concat(
                typeof(Program).Assembly.GetTypes().Where(type => type.Name.EndsWith("Form", StringComparison.Ordinal))
            )
            .Where(type => type.Assembly == typeof(Program).Assembly && type.IsClass)
            .Distinct(),
    ];

    private static readonly PropertyInfo[] Fields =
    [
        .. Forms
            .SelectMany(form => form.GetProperties())
            .Where(field =>
                field.PropertyType == typeof(string) && field.SetMethod is not null && Name().IsMatch(field.Name)
            ),
    ];

    [Fact]
    public void Each_field_for_a_mail_address_has_the_rule() =>
        Assert.Empty(
            Fields
                .Where(field => field.GetCustomAttribute<MailAddressAttribute>() is null)
                .Select(NameOf)
                .Except(NoMailAddress)
        );

    [Fact]
    public void The_forms_with_an_address_are_found()
    {
        Assert.True(
            Fields.Count(field => field.GetCustomAttribute<MailAddressAttribute>() is not null) >= 9,
            string.Join(", ", Fields.Select(NameOf))
        );
        Assert.Empty(NoMailAddress.Except(Fields.Select(NameOf)));
    }

    [Fact]
    public void No_other_rule_judges_an_address() =>
        Assert.Empty(
            Forms
                .SelectMany(form => form.GetProperties())
                .Where(field => field.GetCustomAttribute<EmailAddressAttribute>() is not null)
                .Select(NameOf)
        );

    [Fact]
    public void Each_box_for_a_mail_address_in_a_view_belongs_to_such_a_field()
    {
        var known = Fields
            .Where(field => field.GetCustomAttribute<MailAddressAttribute>() is not null)
            .Select(field => field.Name)
            .ToHashSet();
        var boxes = Directory
            .GetFiles(Path.Combine(Paths.Root, "src", "Dialoogtafel.Web"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file =>
                Box()
                    .Matches(File.ReadAllText(file))
                    .Select(match => (Path.GetFileName(file), Name: match.Groups["name"].Value))
            )
            .ToList();

        Assert.True(boxes.Count >= 9);
        Assert.All(boxes, box => Assert.Contains(box.Name, known));
    }

    private static string NameOf(PropertyInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";

    [GeneratedRegex("Email|Mail|Address|Sender|Afzender|^From$|Recipient|ReplyTo", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("""<field for="(?:\w+\.)*(?<name>\w+)"[^>]*type="email"\s""")]
    private static partial Regex Box();
}
