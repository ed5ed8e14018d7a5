/** The style sheets of the components that only the pages about families use. */
import '@mantine/core/styles/Checkbox.layer.css';
